package org.clpworkbench.ui.graph;

/// Something done to the graph that can be undone.
public sealed interface GraphChange {
    Exploration applyTo(Exploration state);

    record LookAt(int token) implements GraphChange {
        @Override
        public Exploration applyTo(Exploration state) {
            return state.lookAt(token);
        }
    }

    record Expand(int token) implements GraphChange {
        @Override
        public Exploration applyTo(Exploration state) {
            return state.withExpanded(token);
        }
    }

    record Collapse(int token) implements GraphChange {
        @Override
        public Exploration applyTo(Exploration state) {
            return state.withCollapsed(token);
        }
    }

    record Pin(int token, Place place) implements GraphChange {
        @Override
        public Exploration applyTo(Exploration state) {
            return state.withPin(token, place);
        }
    }

    record Unpin(int token) implements GraphChange {
        @Override
        public Exploration applyTo(Exploration state) {
            return state.withoutPin(token);
        }
    }

    record Neighbours(int k) implements GraphChange {
        @Override
        public Exploration applyTo(Exploration state) {
            return state.withK(k);
        }
    }

    record Threshold(double cosine) implements GraphChange {
        @Override
        public Exploration applyTo(Exploration state) {
            return state.withThreshold(cosine);
        }
    }

    record Arrange(GraphLayout layout) implements GraphChange {
        @Override
        public Exploration applyTo(Exploration state) {
            return state.withLayout(layout);
        }
    }
}
