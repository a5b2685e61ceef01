/* For each left its right: see shared/assign.js. */
Leerpad.questions.matching = Leerpad.assign;
