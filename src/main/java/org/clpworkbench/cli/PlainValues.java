package org.clpworkbench.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;

import org.clpworkbench.hub.BlobHash;
import org.clpworkbench.hub.RepositoryId;
import org.clpworkbench.hub.Revision;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

/// How values that stand for one text or number, or for none, stand in JSON documents.
final class PlainValues extends SimpleModule {
    private static final long serialVersionUID = 1;

    PlainValues() {
        addSerializer(RepositoryId.class, ToStringSerializer.instance);
        addSerializer(Revision.class, ToStringSerializer.instance);
        addSerializer(BlobHash.class, ToStringSerializer.instance);
        addSerializer(OptionalLong.class, new NumberOrNull());
        addSerializer(Optional.class, new ValueOrNull());
    }

    private static final class NumberOrNull extends JsonSerializer<OptionalLong> {
        @Override
        public void serialize(
                OptionalLong value, JsonGenerator generator, SerializerProvider provider)
                throws IOException {
            if (value.isPresent()) {
                generator.writeNumber(value.getAsLong());
            } else {
                generator.writeNull();
            }
        }
    }

    @SuppressWarnings("rawtypes")
    private static final class ValueOrNull extends JsonSerializer<Optional> {
        @Override
        public void serialize(Optional value, JsonGenerator generator, SerializerProvider provider)
                throws IOException {
            if (value.isPresent()) {
                provider.defaultSerializeValue(value.get(), generator);
            } else {
                generator.writeNull();
            }
        }
    }
}
