package org.clpworkbench.gpu;

/// A GPU that NVIDIA's driver answers for.
///
/// @param index as this process counts them: the N of cuda:N
/// @param name as sold
/// @param memory bytes in all
/// @param free bytes that nobody has taken
/// @param capability compute capability, 8.0 for the first that multiplies bfloat16
public record Gpu(int index, String name, long memory, long free, double capability) {
    private static final double BFLOAT16 = 8.0;

    public boolean multipliesBfloat16() {
        return capability >= BFLOAT16;
    }
}
