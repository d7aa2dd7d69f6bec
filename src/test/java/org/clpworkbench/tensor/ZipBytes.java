package org.clpworkbench.tensor;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SequencedMap;
import java.util.zip.CRC32;

/// Writes zip archives of stored entries.
final class ZipBytes {
    /// Ends that PyTorch writes behind the directory: with zip64's, which it always adds.
    enum End {
        PLAIN,
        ZIP64
    }

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private int entries;

    static byte[] of(SequencedMap<String, byte[]> contents, End end) {
        var zip = new ZipBytes();
        for (Map.Entry<String, byte[]> each : contents.entrySet()) {
            zip.add(each.getKey(), each.getValue());
        }
        return zip.end(end);
    }

    private void add(String name, byte[] content) {
        byte[] encoded = name.getBytes(StandardCharsets.UTF_8);
        var crc = new CRC32();
        crc.update(content);
        int header = out.size();
        var facts = PickleBytes.little(22);
        facts.putShort((short) 0).putShort((short) 0).putInt(0).putInt((int) crc.getValue());
        facts.putInt(content.length).putInt(content.length).putShort((short) encoded.length);
        out.writeBytes(PickleBytes.little(6).putInt(0x04034b50).putShort((short) 20).array());
        out.writeBytes(facts.array());
        out.writeBytes(new byte[2]);
        out.writeBytes(encoded);
        out.writeBytes(content);
        directory.writeBytes(
                PickleBytes.little(8)
                        .putInt(0x02014b50)
                        .putShort((short) 20)
                        .putShort((short) 20)
                        .array());
        directory.writeBytes(facts.array());
        // no extra field, no comment, disk 0, no attributes: 2 + 2 + 2 + 2 + 4 bytes
        directory.writeBytes(new byte[12]);
        directory.writeBytes(PickleBytes.little(4).putInt(header).array());
        directory.writeBytes(encoded);
        entries++;
    }

    private byte[] end(End end) {
        int begin = out.size();
        out.writeBytes(directory.toByteArray());
        boolean wide = end == End.ZIP64;
        if (wide) {
            int at = out.size();
            var record = PickleBytes.little(56).putInt(0x06064b50).putLong(44);
            record.putInt(0).putInt(0).putInt(0).putLong(entries).putLong(entries);
            out.writeBytes(record.putLong(directory.size()).putLong(begin).array());
            var locator = PickleBytes.little(20).putInt(0x07064b50).putInt(0);
            out.writeBytes(locator.putLong(at).putInt(1).array());
        }
        short count = wide ? -1 : (short) entries;
        var last =
                PickleBytes.little(22).putInt(0x06054b50).putInt(0).putShort(count).putShort(count);
        last.putInt(wide ? -1 : directory.size()).putInt(wide ? -1 : begin);
        out.writeBytes(last.array());
        return out.toByteArray();
    }
}
