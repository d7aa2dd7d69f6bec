package org.clpworkbench.lm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// How products are computed: all in float32, or in bfloat16 with float32 master weights, norms,
/// softmax and loss.
public enum Precision {
    FLOAT32,
    BFLOAT16;

    private static final Path CPU_FEATURES = Path.of("/proc/cpuinfo");

    /// The faster one on this machine's CPU.
    public static Precision suited() {
        return cpuMultipliesBfloat16() ? BFLOAT16 : FLOAT32;
    }

    /// Whether the processor has instructions for it: AVX-512 BF16 or AMX.
    static boolean cpuMultipliesBfloat16() {
        try {
            String features = Files.readString(CPU_FEATURES);
            return features.contains("avx512_bf16") || features.contains("amx_bf16");
        } catch (IOException notLinux) {
            return false;
        }
    }
}
