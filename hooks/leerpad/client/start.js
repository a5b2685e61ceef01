/* The last part: everything is known, bring the page to life. */
Leerpad.whenReady("leerpad", () => Leerpad.start());
