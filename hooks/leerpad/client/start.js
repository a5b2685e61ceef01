/* The last part: everything is known, bring the page to life. What is closed is closed before it can be seen. */
Leerpad.start(true);
Leerpad.whenReady("leerpad", () => Leerpad.start());
