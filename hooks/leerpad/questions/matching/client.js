/* For each left its right: see shared/assign.js. */
/// <reference path="../shared/assign.js" />
Leerpad.questions.matching = Leerpad.assign;
