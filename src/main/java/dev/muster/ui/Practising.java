package dev.muster.ui;

import dev.muster.flow.Home;
import dev.muster.flow.Workplace;
import dev.muster.practice.PracticeHosts;
import dev.muster.practice.rancher.Release;
import dev.muster.setup.secrets.Asker;
import dev.muster.setup.secrets.Secrets;
import dev.muster.ui.work.Desk;
import dev.muster.ui.work.RoomDesk;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/// A practice: seven hosts in this process, a folder that goes with them, and a desk over both. Whoever starts it
/// closes it.
final class Practising implements AutoCloseable {

    private final Path folder;
    private final PracticeHosts hosts;
    private final Secrets secrets;
    private final Desk desk;

    private Practising(Path folder, PracticeHosts hosts, Secrets secrets, Desk desk) {
        this.folder = folder;
        this.hosts = hosts;
        this.secrets = secrets;
        this.desk = desk;
    }

    /// @param speed 1: as a person can follow it
    static Practising start(double speed, Release release) throws IOException {
        var folder = Files.createTempDirectory("muster-practice-");
        var hosts = PracticeHosts.start(speed, release);
        var secrets = new Secrets(hosts.environment(), Asker.NOBODY);
        var desk = new RoomDesk(Workplace.here(new Home(folder), folder), secrets, folder);
        return new Practising(folder, hosts, secrets, desk);
    }

    Desk desk() {
        return desk;
    }

    String setupText() {
        return hosts.setupText();
    }

    @Override
    public void close() throws IOException {
        desk.close();
        hosts.close();
        secrets.close();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, java.io.IOException e) throws IOException {
                Files.deleteIfExists(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
