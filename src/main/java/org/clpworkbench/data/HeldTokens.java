package org.clpworkbench.data;

/// Token ids in memory.
record HeldTokens(int[] ids) implements Tokens {
    @Override
    public long length() {
        return ids.length;
    }

    @Override
    public int at(long place) {
        return ids[(int) place];
    }
}
