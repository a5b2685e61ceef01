/* For each item its category: see shared/assign.js. */
/// <reference path="../shared/assign.js" />
Leerpad.questions.categorize = Leerpad.assign;
