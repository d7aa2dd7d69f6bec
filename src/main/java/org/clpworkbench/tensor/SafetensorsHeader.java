package org.clpworkbench.tensor;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.clpworkbench.problem.Sentence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads the JSON header of a safetensors file and trusts nothing in it: what comes out lies within
/// the file, side by side, without holes. Offsets in faults are bytes of the file.
final class SafetensorsHeader {
    static final String METADATA = "__metadata__";

    /// The header's JSON begins after its length.
    static final int START = 8;

    /// A tensor has 15 tokens or so: enough for 65,000 tensors, in bounded memory.
    private static final int MOST_TOKENS = 1_000_000;

    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxTokenCount(MOST_TOKENS)
                                                    .build())
                                    .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();

    /// A tensor and the byte of the file at which the header begins to speak of it.
    private record Located(TensorEntry entry, long at) {}

    private final Path file;
    private final byte[] json;
    private final long dataBytes;
    private final List<Located> located = new ArrayList<>();
    private final Map<String, String> metadata = new LinkedHashMap<>();

    private SafetensorsHeader(Path file, byte[] json, long dataBytes) {
        this.file = file;
        this.json = json;
        this.dataBytes = dataBytes;
    }

    /// @param dataBytes how many bytes of the file follow the header
    static SafetensorsHeader parse(Path file, byte[] json, long dataBytes) throws IOException {
        var header = new SafetensorsHeader(file, json, dataBytes);
        header.checkText();
        try (JsonParser parser = JSON.createParser(json)) {
            header.readAll(parser);
        } catch (JsonProcessingException invalid) {
            var location = invalid.getLocation();
            long at = location == null ? 0 : Math.max(0, location.getByteOffset());
            throw header.fault(
                    START + at,
                    Sentence.of(
                            SafetensorsHeader.class, "header.json", invalid.getOriginalMessage()));
        }
        header.located.sort(
                Comparator.<Located>comparingLong(each -> each.entry.begin())
                        .thenComparingLong(each -> each.entry.end()));
        header.checkLayout();
        return header;
    }

    /// In the order of their bytes.
    List<TensorEntry> entries() {
        return located.stream().map(Located::entry).toList();
    }

    Map<String, String> metadata() {
        return metadata;
    }

    private void checkText() throws MalformedTensorFileException {
        if (json.length == 0 || json[0] != '{') {
            throw fault(START, Sentence.of(SafetensorsHeader.class, "header.object"));
        }
        var decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        var in = ByteBuffer.wrap(json);
        var out = CharBuffer.allocate(8192);
        CoderResult result = decoder.decode(in, out, true);
        while (result.isOverflow()) {
            out.clear();
            result = decoder.decode(in, out, true);
        }
        if (result.isError()) {
            throw fault(START + in.position(), Sentence.of(SafetensorsHeader.class, "header.utf8"));
        }
        for (int i = 0; i < json.length; i++) {
            // Jackson would take the text for UTF-16 or UTF-32
            if (json[i] == 0) {
                throw fault(START + i, Sentence.of(SafetensorsHeader.class, "header.zero"));
            }
        }
    }

    private void readAll(JsonParser parser) throws IOException {
        parser.nextToken();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            long at = START + parser.currentTokenLocation().getByteOffset();
            String name = parser.currentName();
            parser.nextToken();
            JsonNode value = JSON.readTree(parser);
            if (name.equals(METADATA)) {
                readMetadata(value, at);
            } else {
                located.add(new Located(entry(name, value, at), at));
            }
        }
        if (parser.nextToken() != null) {
            long at = START + parser.currentTokenLocation().getByteOffset();
            throw fault(at, Sentence.of(SafetensorsHeader.class, "header.after"));
        }
    }

    private void readMetadata(JsonNode value, long at) throws MalformedTensorFileException {
        if (!value.isObject()) {
            throw fault(at, Sentence.of(SafetensorsHeader.class, "metadata.object", METADATA));
        }
        for (var field : value.properties()) {
            if (!field.getValue().isTextual()) {
                throw fault(
                        at,
                        Sentence.of(
                                SafetensorsHeader.class,
                                "metadata.text",
                                METADATA,
                                Wording.name(field.getKey())));
            }
            metadata.put(field.getKey(), field.getValue().textValue());
        }
    }

    private TensorEntry entry(String name, JsonNode value, long at)
            throws MalformedTensorFileException {
        String tensor = Wording.name(name);
        if (!value.isObject()) {
            throw fault(at, Sentence.of(SafetensorsHeader.class, "tensor.object", tensor));
        }
        JsonNode type = value.path("dtype");
        if (!type.isTextual()) {
            throw fault(at, Sentence.of(SafetensorsHeader.class, "tensor.untyped", tensor));
        }
        DType dtype =
                DType.named(type.asText())
                        .orElseThrow(
                                () ->
                                        fault(
                                                at,
                                                Sentence.of(
                                                        SafetensorsHeader.class,
                                                        "tensor.type",
                                                        tensor,
                                                        type.asText())));
        List<Long> shape = naturals(value.path("shape"), tensor, "shape", at);
        List<Long> offsets = naturals(value.path("data_offsets"), tensor, "data_offsets", at);
        if (offsets.size() != 2) {
            throw fault(at, Sentence.of(SafetensorsHeader.class, "tensor.offsets", tensor));
        }
        long begin = offsets.get(0);
        long end = offsets.get(1);
        if (begin > end) {
            throw fault(
                    at,
                    Sentence.of(SafetensorsHeader.class, "tensor.backwards", tensor, begin, end));
        }
        if (end > dataBytes) {
            throw fault(
                    at,
                    Sentence.of(SafetensorsHeader.class, "tensor.beyond", tensor, end, dataBytes));
        }
        long expected = bytes(dtype, shape, tensor, at);
        if (expected != end - begin) {
            throw fault(
                    at,
                    Sentence.of(
                            SafetensorsHeader.class,
                            "tensor.size",
                            tensor,
                            shape,
                            dtype,
                            expected,
                            end - begin));
        }
        return new TensorEntry(name, dtype, shape, begin, end);
    }

    private List<Long> naturals(JsonNode array, String tensor, String field, long at)
            throws MalformedTensorFileException {
        if (!array.isArray()) {
            throw fault(at, Sentence.of(SafetensorsHeader.class, "tensor.list", tensor, field));
        }
        var numbers = new ArrayList<Long>();
        for (JsonNode number : array) {
            if (!number.isIntegralNumber() || !number.canConvertToLong()) {
                throw fault(
                        at,
                        Sentence.of(
                                SafetensorsHeader.class, "tensor.number", tensor, field, number));
            }
            if (number.longValue() < 0) {
                throw fault(
                        at,
                        Sentence.of(
                                SafetensorsHeader.class, "tensor.negative", tensor, field, number));
            }
            numbers.add(number.longValue());
        }
        return numbers;
    }

    private long bytes(DType dtype, List<Long> shape, String tensor, long at)
            throws MalformedTensorFileException {
        try {
            long bytes = dtype.bytes();
            for (long size : shape) {
                bytes = Math.multiplyExact(bytes, size);
            }
            return bytes;
        } catch (ArithmeticException overflow) {
            throw fault(at, Sentence.of(SafetensorsHeader.class, "tensor.overflow", tensor, shape));
        }
    }

    private void checkLayout() throws MalformedTensorFileException {
        long covered = 0;
        for (Located next : located) {
            TensorEntry entry = next.entry;
            if (entry.begin() != covered) {
                boolean overlaps = entry.begin() < covered;
                throw fault(
                        next.at,
                        Sentence.of(
                                SafetensorsHeader.class,
                                overlaps ? "tensor.overlap" : "tensor.hole",
                                Wording.name(entry.name()),
                                covered));
            }
            covered = entry.end();
        }
        if (covered < dataBytes) {
            throw fault(
                    START + json.length + covered,
                    Sentence.of(SafetensorsHeader.class, "tensor.after", dataBytes - covered));
        }
    }

    private MalformedTensorFileException fault(long offset, Sentence fault) {
        return new MalformedTensorFileException(file, offset, fault);
    }
}
