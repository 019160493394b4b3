package dev.muster.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.setup.file.SetupSchema;
import java.util.ArrayList;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

final class AcceptableChecksTest {

    /// The room `setup` can't see the checks, so its schema repeats their ids: an acceptance of a check that
    /// doesn't exist would do nothing, unnoticed.
    @Test
    void the_setup_files_schema_knows_every_check_and_no_other() {
        var known = new ArrayList<String>();
        new JsonMapper().readTree(SetupSchema.json()).at("/$defs/checkId/enum").forEach(id -> known.add(id.asString()));

        assertThat(known)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(CheckId.values()).map(CheckId::id).toList());
    }
}
