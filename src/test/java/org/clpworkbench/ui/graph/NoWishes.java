package org.clpworkbench.ui.graph;

/// Of a graph that nobody listens to.
record NoWishes() implements TokenGraph.Wishes {
    @Override
    public void select(int id) {}

    @Override
    public void toggle(int id) {}

    @Override
    public void lookAt(int id) {}

    @Override
    public void pin(int id, Place place) {}

    @Override
    public void unpin(int id) {}
}
