package org.clpworkbench.compute;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;

/// Arrays in bfloat16. DJL has the name of this format, but its native half does not know it and
/// ends the process where it is asked for one: it is only to be had through TorchScript.
public final class Bfloat16 implements AutoCloseable {
    private static final String TEXT =
            """
            class Bfloat16(Module):
              __parameters__ = []
              __buffers__ = []
              training : bool
              def rounded(self: __torch__.Bfloat16, x: Tensor) -> Tensor:
                return torch.to(x, 15)
              def product(self: __torch__.Bfloat16, x: Tensor, y: Tensor) -> Tensor:
                return torch.to(torch.matmul(torch.to(x, 15), torch.to(y, 15)), 6)
            """;

    private final TorchScript script;

    /// @param manager on whose device it computes
    public Bfloat16(NDManager manager) {
        script = TorchScript.load(manager, "Bfloat16", TEXT);
    }

    /// The array in bfloat16, to be given to TorchScript and nothing else.
    ///
    /// @param array in float32
    /// @return of the array's manager
    public NDArray rounded(NDArray array) {
        return script.call(array.getManager(), "rounded", new NDList(array), false).get(0);
    }

    /// A matrix product of numbers rounded to bfloat16, in float32.
    ///
    /// @param left `rows × inner` in float32
    /// @param right `inner × columns` in float32
    /// @return of the left one's manager
    public NDArray product(NDArray left, NDArray right) {
        return script.call(left.getManager(), "product", new NDList(left, right), false).get(0);
    }

    @Override
    public void close() {
        script.close();
    }
}
