package dev.muster.ui.work;

import dev.muster.flow.Home;
import dev.muster.flow.Workplace;
import dev.muster.setup.secrets.Asker;
import dev.muster.setup.secrets.Secrets;
import dev.muster.ui.kit.Errands;
import java.nio.file.Path;
import java.util.Map;

/// The rooms as they are, over a folder that goes; nothing is reached unless a test asks for it.
public final class Desks {

    public static final String COMMAND = "sudo docker run -d --privileged --restart=unless-stopped --net=host"
            + " -v /etc/kubernetes:/etc/kubernetes -v /var/run:/var/run rancher/rancher-agent:v2.1.6"
            + " --server https://rancher.example.org --token 9d8f7c6b5a4e3d2c1b0a9f8e7d6c5b4a3f2e1d0c9b8a7f6e5d4c3b"
            + " --ca-checksum 3f1a9c0e7b5d2f1a9c0e7b5d2f1a9c0e7b5d2f1a9c0e7b5d2f1a9c0e7b5d2f1a --etcd --worker";

    private Desks() {}

    public static Workplace place(Path home) {
        return Workplace.here(new Home(home), home);
    }

    public static Desk over(Path home) {
        return new RoomDesk(place(home), new Secrets(Map.of(), Asker.NOBODY), home);
    }

    /// A file to work on.
    public static Work workOn(Path home, String text) {
        var work = work(home);
        work.begin(Origin.file(home.resolve("factory.muster.yaml"), text), FormReader.read(text), work.desk());
        return work;
    }

    /// Something new to work on, with nothing in it.
    public static Work work(Path home) {
        var work = new Work(Errands.atOnce(), over(home), place(home).clock());
        work.begin(Origin.NEW, Form.EMPTY, work.desk());
        return work;
    }
}
