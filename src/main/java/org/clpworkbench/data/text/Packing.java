package org.clpworkbench.data.text;

import com.github.luben.zstd.ZstdInputStream;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/// How a whole file is packed.
public enum Packing {
    NONE {
        @Override
        InputStream unpacked(InputStream in) {
            return in;
        }
    },
    GZIP {
        @Override
        InputStream unpacked(InputStream in) throws IOException {
            return new GZIPInputStream(in, BLOCK);
        }
    },
    ZSTANDARD {
        @Override
        InputStream unpacked(InputStream in) throws IOException {
            return new ZstdInputStream(in);
        }
    };

    private static final int BLOCK = 1 << 16;

    abstract InputStream unpacked(InputStream in) throws IOException;
}
