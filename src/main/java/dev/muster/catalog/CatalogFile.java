package dev.muster.catalog;

import dev.muster.base.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads one YAML file of the catalogue into records. A key that no record has, or a value that is missing, is our
/// fault and says so.
final class CatalogFile {

    private static final Lazy<YAMLMapper> MAPPER = new Lazy<>(CatalogFile::mapper);

    private CatalogFile() {}

    static <T> T read(String name, Class<T> type) {
        var path = "/catalog/" + name;
        try (var stream = CatalogFile.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("this build lacks " + path);
            }
            return MAPPER.get().readValue(stream, type);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    private static YAMLMapper mapper() {
        return YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .addModule(new SimpleModule().addDeserializer(Bytes.class, new Amounts()))
                .build();
    }

    /// `512 MiB`, `4 GiB`.
    private static final class Amounts extends StdDeserializer<Bytes> {

        private static final Pattern SHAPE = Pattern.compile("(\\d+) (MiB|GiB)");

        Amounts() {
            super(Bytes.class);
        }

        @Override
        public Bytes deserialize(JsonParser parser, DeserializationContext context) {
            var written = parser.getString();
            var amount = SHAPE.matcher(written);
            if (!amount.matches()) {
                throw new IllegalStateException(String.format(Locale.ROOT, "not an amount: %s", written));
            }
            var number = Long.parseLong(amount.group(1));
            return amount.group(2).equals("GiB") ? Bytes.gibi(number) : Bytes.mebi(number);
        }
    }
}
