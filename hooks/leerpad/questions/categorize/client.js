/* For each item its category: see shared/assign.js. */
/// with rich
/// <reference path="../shared/assign.js" />
Leerpad.questions.categorize = Leerpad.assign;
