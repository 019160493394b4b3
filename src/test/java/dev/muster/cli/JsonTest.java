package dev.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.Given;
import dev.muster.probe.GivenWindows;
import dev.muster.text.Language;
import dev.muster.text.Texts;
import org.junit.jupiter.api.Test;

/// Facts as `check --json` shows them.
final class JsonTest {

    private final Json json = new Json(new Texts(Language.EN));

    @Test
    void what_Windows_adds_stands_below_the_other_facts_each_with_its_value_or_its_reason() {
        var facts = json.tree(GivenWindows.facts());

        assertThat(facts.at("/windows/version/value/build").asInt()).isEqualTo(17763);
        assertThat(facts.at("/windows/bootTime/value").asString()).isEqualTo("2026-11-20T05:12:33.500Z");
        assertThat(facts.at("/windows/features/value/Containers").asString()).isEqualTo("Installed");
        assertThat(facts.at("/swap/unknown").asString()).isEqualTo("Windows has no such thing");
        assertThat(facts.at("/disks/C:/value/free").asLong()).isEqualTo(64424509440L);
    }

    @Test
    void a_Linux_host_has_nothing_there() {
        assertThat(json.tree(Given.healthyLinux()).path("windows").isNull()).isTrue();
    }
}
