package dev.muster.probe;

import dev.muster.base.Reading;
import java.util.List;
import java.util.Optional;

/// All containers of the host; none when it has no Docker.
final class Containers {

    private Containers() {}

    static Reading<List<Container>> of(Answers answers) {
        return switch (DockerFacts.engine(answers)) {
            case Reading.Unknown<Docker>(var why) -> Reading.unknown(why);
            case Reading.Known<Docker>(Docker.Absent()) -> Reading.of(List.of());
            case Reading.Known<Docker>(Docker.Silent(var _, var why)) -> Reading.unknown("docker: " + why);
            case Reading.Known<Docker>(Docker.Running _) ->
                answers.lines("containers")
                        .map(lines -> lines.stream()
                                .map(Container::read)
                                .flatMap(Optional::stream)
                                .toList());
        };
    }
}
