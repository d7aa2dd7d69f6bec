package org.clpworkbench.tensor;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Writes pickles step by step, as Python's protocol 2 does.
final class PickleBytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /// A pickle that begins.
    static PickleBytes begin() {
        return new PickleBytes().step(0x80).step(2);
    }

    PickleBytes step(int code) {
        out.write(code);
        return this;
    }

    PickleBytes steps(String codes) {
        codes.chars().forEach(out::write);
        return this;
    }

    PickleBytes text(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        step('X').out.writeBytes(little(4).putInt(encoded.length).array());
        out.writeBytes(encoded);
        return this;
    }

    PickleBytes global(String module, String name) {
        step('c').out.writeBytes((module + "\n" + name + "\n").getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /// BININT1, BININT or LONG1, whichever is the shortest that holds the number.
    PickleBytes number(long number) {
        if (number >= 0 && number < 256) {
            return step('K').step((int) number);
        }
        if (number == (int) number) {
            step('J').out.writeBytes(little(4).putInt((int) number).array());
        } else {
            step(0x8a).step(8).out.writeBytes(little(8).putLong(number).array());
        }
        return this;
    }

    PickleBytes numbers(long... numbers) {
        step('(');
        for (long number : numbers) {
            number(number);
        }
        return step('t');
    }

    /// A storage by its persistent id, as the zip format has it.
    PickleBytes storage(String type, String key, long elements) {
        return storageParts(type, key, elements).steps("tQ");
    }

    /// The same in the format before it.
    PickleBytes legacyStorage(String type, String key, long elements) {
        return storageParts(type, key, elements).steps("NtQ");
    }

    private PickleBytes storageParts(String type, String key, long elements) {
        return step('(')
                .text("storage")
                .global("torch", type)
                .text(key)
                .text("cpu")
                .number(elements);
    }

    /// The function that makes tensors and the mark below its arguments; the storage comes next.
    PickleBytes beginTensor() {
        return global("torch._utils", "_rebuild_tensor_v2").step('(');
    }

    /// The arguments behind the storage, and the call.
    PickleBytes endTensor(long offset, long[] shape, long[] strides) {
        number(offset).numbers(shape).numbers(strides).step(0x89);
        return global("collections", "OrderedDict").steps(")RtR");
    }

    byte[] end() {
        return step('.').out.toByteArray();
    }

    static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
