package dev.muster.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.base.HostName;
import dev.muster.base.Reading;
import dev.muster.plan.Proof;
import dev.muster.plan.StepId;
import dev.muster.probe.Leftover;
import dev.muster.probe.Leftover.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    private static final Proof PROOF = new Proof(
            new StepId("proof/lin1"),
            new HostName("lin1"),
            List.of("path:/etc/kubernetes", "container:kubelet"),
            List.of("container:db", "interface:flannel.1", "process:etcd"),
            List.of(),
            Duration.ofMinutes(1));
    private static final Leftover DB = one(Kind.CONTAINER, "db", Leftover.FOREIGN);
    private static final Leftover FLANNEL = one(Kind.INTERFACE, "flannel.1", "network");

    private static Leftover one(Kind kind, String name, String owner) {
        return new Leftover(kind.name().toLowerCase(Locale.ROOT) + ":" + name, kind, name, Reading.unknown("-"), owner);
    }

    private static Difference with(Leftover... more) {
        return Difference.of(
                PROOF, Stream.concat(Stream.of(DB, FLANNEL), Stream.of(more)).toList());
    }

    @Test
    void all_gone_and_all_stayed_is_clean_and_a_process_may_end_by_itself() {
        assertThat(with().isClean()).isTrue();
        assertThat(with().lines()).endsWith("clean: 2 of 2 things are gone, 2 stayed");
    }

    @Test
    void what_is_left_is_named() {
        var difference = with(one(Kind.PATH, "/etc/kubernetes", "kubernetes"));

        assertThat(difference.isClean()).isFalse();
        assertThat(difference.left()).containsExactly("path:/etc/kubernetes");
        assertThat(difference.lines()).contains("left: path:/etc/kubernetes", "not clean: 1 of 2 things are gone");
    }

    @Test
    void what_was_to_stay_and_is_gone_is_named() {
        assertThat(Difference.of(PROOF, List.of(FLANNEL)).missing()).containsExactly("container:db");
    }

    @Test
    void what_a_kubelet_has_started_again_is_named_and_what_somebody_else_has_is_not() {
        var difference = with(
                one(Kind.CONTAINER, "k8s_x_1", "kubernetes"),
                one(Kind.CONTAINER, "new-shop", Leftover.FOREIGN),
                one(Kind.IMAGE, "rancher/x:v1", "rancher"));

        assertThat(difference.fresh()).containsExactly("container:k8s_x_1");
        assertThat(difference.isClean()).isFalse();
    }

    @Test
    void what_could_not_be_asked_is_not_clean() {
        assertThat(with(one(Kind.UNASKED, "docker: silent", "")).isClean()).isFalse();
    }
}
