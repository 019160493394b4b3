package dev.muster.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.Given;
import dev.muster.base.Text;
import dev.muster.probe.Rung.State;
import dev.muster.remote.HostKey;
import dev.muster.remote.Opened;
import dev.muster.remote.Opened.Stage;
import dev.muster.setup.Role;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LadderTest {

    private static final HostKey KEY = new HostKey("10.0.0.11", 22, "ssh-ed25519", "SHA256:new", "AAAA");
    private static final Text SAID = Text.of(ProbeWords.ROOT);

    private static List<Rung> ladder(Opened opened) {
        return Ladder.of(Given.host("lin1", 11, Role.WORKER), opened);
    }

    private static List<State> states(List<Rung> ladder) {
        assertThat(ladder).extracting(Rung::name).containsExactly(Rung.Name.values());
        return ladder.stream().map(Rung::state).toList();
    }

    @Test
    void an_unknown_key_waits_for_a_word_and_shows_its_fingerprint() {
        var ladder = ladder(new Opened.KeyUnknown("10.0.0.11", KEY));

        assertThat(states(ladder))
                .containsExactly(State.PASSED, State.PASSED, State.PENDING, State.NOT_REACHED, State.NOT_REACHED);
        assertThat(ladder.get(2).said().arguments()).contains("ssh-ed25519", "SHA256:new");
    }

    @Test
    void a_changed_key_fails_and_shows_both_fingerprints_and_the_place() {
        var ladder = ladder(new Opened.KeyChanged("10.0.0.11", KEY, "SHA256:old", "known_hosts:3"));

        assertThat(states(ladder))
                .containsExactly(State.PASSED, State.PASSED, State.FAILED, State.NOT_REACHED, State.NOT_REACHED);
        assertThat(ladder.get(2).said().arguments()).contains("SHA256:new", "SHA256:old", "known_hosts:3");
    }

    /// What is below the rung that failed was climbed, what is above wasn't tried.
    @ParameterizedTest
    @EnumSource(Stage.class)
    void a_refusal_stands_on_its_own_rung(Stage stage) {
        var states = states(ladder(new Opened.Refused(stage, "10.0.0.11", SAID, SAID, SAID)));

        assertThat(states.subList(0, stage.ordinal())).allMatch(state -> state == State.PASSED);
        assertThat(states.get(stage.ordinal())).isEqualTo(State.FAILED);
        assertThat(states.subList(stage.ordinal() + 1, 5)).allMatch(state -> state == State.NOT_REACHED);
    }

    /// What keeps a host from being asked stands at its port; a bastion's key at the key, where it is confirmed.
    @Test
    void a_bastion_in_the_way_is_named_and_nothing_of_the_host_counts_as_climbed() {
        var refused =
                ladder(new Opened.Barred("jump", new Opened.Refused(Stage.SIGN_IN, "10.0.0.1", SAID, SAID, SAID)));
        var unknown = ladder(new Opened.Barred("jump", new Opened.KeyUnknown("10.0.0.1", KEY)));

        assertThat(states(refused))
                .containsExactly(
                        State.NOT_REACHED, State.FAILED, State.NOT_REACHED, State.NOT_REACHED, State.NOT_REACHED);
        assertThat(refused.get(1).said().arguments()).contains("jump", SAID);
        assertThat(states(unknown))
                .containsExactly(
                        State.NOT_REACHED, State.NOT_REACHED, State.PENDING, State.NOT_REACHED, State.NOT_REACHED);
    }
}
