package org.clpworkbench;

import org.clpworkbench.cli.WorkbenchCommand;

/// Where the program starts: arguments mean the command line, none the window. Not an `Application`
/// itself, so that Java starts it without JavaFX.
public final class Launcher {
    private Launcher() {}

    public static void main(String[] args) {
        System.exit(args.length > 0 ? WorkbenchCommand.run(args) : openWindow());
    }

    /// Opens the window and returns when it is closed; where none can be opened, says why and does
    /// the main job in the terminal.
    private static int openWindow() {
        var obstacle = DisplayCheck.ofThisMachine().obstacle();
        if (obstacle.isEmpty()) {
            WorkbenchApp.open();
            return 0;
        }
        System.err.println(obstacle.get());
        System.err.println("Doing the main job here in the terminal instead: clp-workbench demo");
        return WorkbenchCommand.run(new String[] {"demo"});
    }
}
