package dev.muster.probe;

import dev.muster.base.Reading;
import dev.muster.base.Sha256;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The CA that a Rancher names in its setting `cacerts`.
///
/// Source: rancher-2.1 facts §2.3: SHA-256 of the text with exactly one line break at its end.
///
/// @param certificates as PEM; empty: it names none, its certificate is a public one
record Authority(String certificates) {

    /// What a tool says of its own comes behind the answer.
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /// @param answer of HTTP, with its head
    static Reading<Authority> of(String answer) {
        var body = answer.indexOf("\n\n");
        var from = answer.indexOf('{', Math.max(body, 0));
        if (body < 0 || from < 0) {
            return Reading.unknown("that isn't an answer of Rancher's");
        }
        try {
            var value = MAPPER.readTree(answer.substring(from)).path("value");
            return value.isString()
                    ? Reading.of(new Authority(value.asString().strip()))
                    : Reading.unknown("that isn't an answer of Rancher's");
        } catch (JacksonException _) {
            return Reading.unknown("that isn't an answer of Rancher's");
        }
    }

    String checksum() {
        return certificates.isEmpty() ? "" : Sha256.hex((certificates + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
