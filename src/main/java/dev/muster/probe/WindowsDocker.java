package dev.muster.probe;

import dev.muster.base.Reading;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// The Docker engine of a Windows host: `docker version` and `docker info`, as JSON.
final class WindowsDocker {

    private static final JsonMapper MAPPER = new JsonMapper();

    private WindowsDocker() {}

    static Reading<Docker> engine(Answers answers) {
        return switch (answers.answer("docker")) {
            case Answers.Answer.NotHad(var why)
            when why.equals("docker: command not found") -> Reading.of(new Docker.Absent());
            case Answers.Answer.NotHad(var why) -> Reading.unknown(why);
            case Answers.Answer.Said said
            when said.status() != 0 -> Reading.of(new Docker.Silent(client(said.text()), error(answers)));
            case Answers.Answer.Said said -> running(said.text(), answers);
        };
    }

    private static Reading<Docker> running(String version, Answers answers) {
        var server = json(version).path("Server").path("Version").asString("");
        if (server.isEmpty()) {
            return Reading.unknown("docker version: " + Clean.text(version));
        }
        return switch (answers.text("docker-info")) {
            case Reading.Unknown<String>(var why) -> Reading.unknown(why);
            case Reading.Known<String>(var info) -> {
                var said = json(info);
                var root = said.path("DockerRootDir").asString("");
                yield root.isEmpty()
                        ? Reading.unknown("docker info: " + Clean.text(info))
                        : Reading.of(new Docker.Running(
                                Clean.text(server),
                                Clean.text(said.path("Driver").asString("")),
                                Clean.text(root),
                                "",
                                ""));
            }
        };
    }

    /// Without an engine the client tells its own version and no other.
    private static String client(String version) {
        return Clean.text(json(version).path("Client").path("Version").asString(""));
    }

    private static String error(Answers answers) {
        return Clean.text(answers.text("docker-error").known().orElse("").strip());
    }

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }
}
