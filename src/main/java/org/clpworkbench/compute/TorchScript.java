package org.clpworkbench.compute;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A TorchScript module made from its source text. All of ATen is at hand in such text, fused
/// kernels and autograd included, and a whole training step is one call.
///
/// The archive that libtorch loads is an uncompressed zip of the text and a pickled object without
/// attributes (see `torch/csrc/jit/serialization` and the notes in `docs/adr`).
public final class TorchScript implements AutoCloseable {
    private static final String FORMAT_VERSION = "10\n";
    private static final byte[] NO_CONSTANTS = {(byte) 0x80, 2, ')', '.'};

    private final PtSymbolBlock module;

    /// Of the host's memory: writing to the device's would wait for what that computes.
    private final NDManager host;

    private TorchScript(PtSymbolBlock module, NDManager host) {
        this.module = module;
        this.host = host;
    }

    /// Compiles `source`, which defines the class `className`, on the manager's device.
    ///
    /// @throws ai.djl.engine.EngineException with the line and the reason when the text is not
    ///   valid
    public static TorchScript load(NDManager manager, String className, String source) {
        JniUtils.setGraphExecutorOptimize(
                false); // with it the first steps are several times slower
        try (var archive = new ByteArrayInputStream(archive(className, source))) {
            return new TorchScript(
                    JniUtils.loadModule((PtNDManager) manager, archive, true, false),
                    manager.newSubManager(Device.cpu()));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Calls a method. Arrays of `inputs` whose name ends in `[]` become one list. The results
    /// belong to the manager of the first input that is not a parameter; close them, or that
    /// manager.
    ///
    /// @param gradients whether the method may record gradients
    public NDList call(NDManager scope, String method, NDList inputs, boolean gradients) {
        NDArray name = host.create(0f); // tells the method
        name.setName("module_method:" + method);
        var all = new NDList(inputs.size() + 1);
        all.add(name);
        all.addAll(inputs);
        boolean before = JniUtils.isGradMode();
        JniUtils.setGradMode(gradients);
        try {
            NDList results = IValueUtils.forward(module, all, true);
            results.attach(scope);
            return results;
        } finally {
            JniUtils.setGradMode(before);
            name.close();
        }
    }

    private static byte[] archive(String className, String source) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.setMethod(ZipOutputStream.STORED);
            entry(zip, "module/data.pkl", pickledObject(className));
            entry(zip, "module/code/__torch__.py", source.getBytes(StandardCharsets.UTF_8));
            entry(zip, "module/constants.pkl", NO_CONSTANTS);
            entry(zip, "module/version", FORMAT_VERSION.getBytes(StandardCharsets.US_ASCII));
            entry(zip, "module/byteorder", "little".getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        var entry = new ZipEntry(name);
        var checksum = new CRC32();
        checksum.update(content);
        entry.setSize(content.length);
        entry.setCompressedSize(content.length);
        entry.setCrc(checksum.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    /// Pickle protocol 2: an object of class `__torch__.<className>` with the one attribute
    /// `training = True`.
    private static byte[] pickledObject(String className) throws IOException {
        var pickle = new ByteArrayOutputStream();
        byte[] attribute = "training".getBytes(StandardCharsets.US_ASCII);
        pickle.write(new byte[] {(byte) 0x80, 2, 'c'});
        pickle.write(("__torch__\n" + className + "\n").getBytes(StandardCharsets.US_ASCII));
        pickle.write(new byte[] {')', (byte) 0x81, '}', '('});
        pickle.write(new byte[] {'X', (byte) attribute.length, 0, 0, 0});
        pickle.write(attribute);
        pickle.write(new byte[] {(byte) 0x88, 'u', 'b', '.'});
        return pickle.toByteArray();
    }

    @Override
    public void close() {
        module.close();
        host.close();
    }
}
