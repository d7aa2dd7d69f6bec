package org.clpworkbench.ui.hub;

import org.clpworkbench.hub.CatalogueEntry;
import org.clpworkbench.hub.CataloguePair;
import org.clpworkbench.hub.HubRepository;
import org.clpworkbench.hub.RepositoryId;

/// What can be chosen in the list.
sealed interface HubRow {
    /// Two models of the catalogue that go together.
    record Paired(CataloguePair pair) implements HubRow {}

    /// A row with one model.
    sealed interface One extends HubRow {
        RepositoryId id();
    }

    /// One that the catalogue recommends.
    record Recommended(CatalogueEntry entry) implements One {
        @Override
        public RepositoryId id() {
            return entry.id();
        }
    }

    /// One that the Hub has found.
    record Found(HubRepository model) implements One {
        @Override
        public RepositoryId id() {
            return model.id();
        }
    }

    /// One that only its name is known of.
    record Named(RepositoryId id) implements One {}
}
