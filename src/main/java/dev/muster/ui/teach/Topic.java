package dev.muster.ui.teach;

import static dev.muster.ui.teach.TeachWords.CHANNELS_1;
import static dev.muster.ui.teach.TeachWords.CHANNELS_2;
import static dev.muster.ui.teach.TeachWords.CHANNELS_3;
import static dev.muster.ui.teach.TeachWords.CLUSTER_1;
import static dev.muster.ui.teach.TeachWords.CLUSTER_2;
import static dev.muster.ui.teach.TeachWords.CLUSTER_3;
import static dev.muster.ui.teach.TeachWords.CONTAINER_1;
import static dev.muster.ui.teach.TeachWords.CONTAINER_2;
import static dev.muster.ui.teach.TeachWords.CONTAINER_3;
import static dev.muster.ui.teach.TeachWords.IMAGES_1;
import static dev.muster.ui.teach.TeachWords.IMAGES_2;
import static dev.muster.ui.teach.TeachWords.IMAGES_3;
import static dev.muster.ui.teach.TeachWords.ISOLATION_1;
import static dev.muster.ui.teach.TeachWords.ISOLATION_2;
import static dev.muster.ui.teach.TeachWords.ISOLATION_3;
import static dev.muster.ui.teach.TeachWords.LIMITS_1;
import static dev.muster.ui.teach.TeachWords.LIMITS_2;
import static dev.muster.ui.teach.TeachWords.LIMITS_3;

import dev.muster.assess.CheckId;
import java.util.List;
import java.util.Optional;

/// What the page teaches, in the order in which one thing needs the other.
public enum Topic {
    CONTAINER(TeachWords.CONTAINER, "MSDOCS; names of the services GENERAL", CONTAINER_1, CONTAINER_2, CONTAINER_3),
    ISOLATION(
            TeachWords.ISOLATION,
            "MS version-compatibility.md; MSDOCS version-compatibility.md",
            ISOLATION_1,
            ISOLATION_2,
            ISOLATION_3),
    IMAGES(
            TeachWords.IMAGES,
            "MSDOCS-19 base-image-lifecycle.md; MS base-image-lifecycle.md",
            IMAGES_1,
            IMAGES_2,
            IMAGES_3),
    CHANNELS(
            TeachWords.CHANNELS,
            "MS base-image-lifecycle.md; MSDOCS-19 base-image-lifecycle.md",
            CHANNELS_1,
            CHANNELS_2,
            CHANNELS_3),
    CLUSTER(
            TeachWords.CLUSTER,
            "DOCS-JAN windows-clusters; RANCHER package/windows/run.ps1",
            CLUSTER_1,
            CLUSTER_2,
            CLUSTER_3),
    LIMITS(
            TeachWords.LIMITS,
            "MSDOCS-DEC linux-containers.md; pages of others on the editions of Windows Server 2016 (GENERAL)",
            LIMITS_1,
            LIMITS_2,
            LIMITS_3);

    private final TeachWords title;
    private final String source;
    private final TeachWords first;
    private final TeachWords second;
    private final TeachWords third;

    Topic(TeachWords title, String source, TeachWords first, TeachWords second, TeachWords third) {
        this.title = title;
        this.source = source;
        this.first = first;
        this.second = second;
        this.third = third;
    }

    /// The topic that tells what a check rests on, where one does.
    public static Optional<Topic> about(CheckId check) {
        return switch (check) {
            case WINDOWS_BUILD -> Optional.of(CHANNELS);
            case WINDOWS_ISOLATION, WINDOWS_REVISION -> Optional.of(ISOLATION);
            case WINDOWS_EDITION -> Optional.of(LIMITS);
            case WINDOWS_CONTAINERS, WINDOWS_HNS -> Optional.of(CONTAINER);
            case WINDOWS_LINE, WINDOWS_KUBERNETES, ROLES_WINDOWS, ROLES_LINUX_WORKER, NETWORK_LAYER2 ->
                Optional.of(CLUSTER);
            default -> Optional.empty();
        };
    }

    TeachWords title() {
        return title;
    }

    /// The documents, by the short names of the catalogue's legend.
    String source() {
        return source;
    }

    List<TeachWords> sentences() {
        return List.of(first, second, third);
    }
}
