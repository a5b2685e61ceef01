/* For each left its right: see shared/assign.js. */
/// with rich
/// <reference path="../shared/assign.js" />
Leerpad.questions.matching = Leerpad.assign;
