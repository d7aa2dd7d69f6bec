package org.clpworkbench.ui.hub;

import org.clpworkbench.problem.Sentence;

import java.nio.file.Path;
import java.util.List;

/// What can be done about the model whose page is open.
sealed interface Offer {
    /// Nothing, as nothing is known of it.
    record Nothing() implements Offer {}

    /// It can be fetched.
    ///
    /// @param bytes that are still to come
    /// @param lacking what the program would need besides; empty when it can use the model
    record Fetch(long bytes, List<Sentence> lacking) implements Offer {
        public Fetch {
            lacking = List.copyOf(lacking);
        }
    }

    /// There is too little room on the disk.
    record NoRoom(long bytes, long room) implements Offer {}

    /// Its authors want to know who fetches it.
    ///
    /// @param known whether somebody is logged in
    record Closed(boolean known) implements Offer {}

    /// It is among the downloads.
    record Coming() implements Offer {}

    /// It is here.
    record Here(Path folder) implements Offer {}
}
