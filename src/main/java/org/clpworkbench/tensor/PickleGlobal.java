package org.clpworkbench.tensor;

import org.clpworkbench.problem.Sentence;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The names that a checkpoint's pickle may ask for, all there are. What they stand for in Python
/// is rebuilt by {@link PickleCalls}; no name leads to code.
sealed interface PickleGlobal extends PickleValue {
    @Override
    default Sentence kind() {
        return Sentence.of(PickleGlobal.class, "kind.global");
    }

    /// A function or class that is called.
    enum Call implements PickleGlobal {
        ORDERED_DICT,
        SIZE,
        REBUILD_TENSOR,
        REBUILD_TENSOR_V2,
        REBUILD_TENSOR_V3,
        REBUILD_PARAMETER,
        REBUILD_PARAMETER_WITH_STATE,
        REBUILD_FROM_TYPE
    }

    /// A class that is named but not called.
    enum TensorType implements PickleGlobal {
        TENSOR,
        PARAMETER
    }

    /// A class of storages whose elements have this type.
    record StorageType(DType dtype) implements PickleGlobal {}

    /// torch.float32 and so on.
    record ElementType(DType dtype) implements PickleGlobal {}

    /// @param name module and name with a dot between them
    static Optional<PickleGlobal> named(String name) {
        return Optional.ofNullable(Allowed.LIST.get(name));
    }

    /// The allow-list.
    final class Allowed {
        private static final Map<String, PickleGlobal> LIST = new HashMap<>();

        static {
            LIST.put("collections.OrderedDict", Call.ORDERED_DICT);
            LIST.put("torch.Size", Call.SIZE);
            LIST.put("torch._utils._rebuild_tensor", Call.REBUILD_TENSOR);
            LIST.put("torch._utils._rebuild_tensor_v2", Call.REBUILD_TENSOR_V2);
            LIST.put("torch._utils._rebuild_tensor_v3", Call.REBUILD_TENSOR_V3);
            LIST.put("torch._utils._rebuild_parameter", Call.REBUILD_PARAMETER);
            LIST.put(
                    "torch._utils._rebuild_parameter_with_state",
                    Call.REBUILD_PARAMETER_WITH_STATE);
            LIST.put("torch._tensor._rebuild_from_type_v2", Call.REBUILD_FROM_TYPE);
            LIST.put("torch.Tensor", TensorType.TENSOR);
            LIST.put("torch.nn.parameter.Parameter", TensorType.PARAMETER);
            LIST.put("torch.storage.UntypedStorage", new StorageType(DType.U8));
            allow("Bool", "bool", DType.BOOL);
            allow("Byte", "uint8", DType.U8);
            allow("Char", "int8", DType.I8);
            allow("Short", "int16", DType.I16);
            allow("Int", "int32", DType.I32);
            allow("Long", "int64", DType.I64);
            allow("Half", "float16", DType.F16);
            allow("BFloat16", "bfloat16", DType.BF16);
            allow("Float", "float32", DType.F32);
            allow("Double", "float64", DType.F64);
        }

        private Allowed() {}

        private static void allow(String storage, String element, DType dtype) {
            LIST.put("torch." + storage + "Storage", new StorageType(dtype));
            LIST.put("torch.cuda." + storage + "Storage", new StorageType(dtype));
            LIST.put("torch." + element, new ElementType(dtype));
        }
    }
}
