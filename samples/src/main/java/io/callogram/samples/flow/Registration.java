package io.callogram.samples.flow;

import io.callogram.samples.script.Reply;
import io.callogram.samples.script.Scene;

/// The life of a registration, RFC 3665 §2: made, refreshed, taken back or refused.
public enum Registration implements Flow {
    /// With the usual 401 round, seldom without.
    REGISTER {
        @Override
        void live(Scene scene, Binding binding) {
            binding.ask(3600, scene.chance().of(0.95));
            scene.entry().flow("register").outcome("ok");
        }
    },
    /// Registered, and refreshed at half of a short life.
    REFRESH {
        @Override
        void live(Scene scene, Binding binding) {
            binding.ask(120, true);
            int rounds = scene.chance().between(1, 3);
            for (int i = 0; i < rounds; i++) {
                scene.stage().pause(20);
                binding.keepAlive();
                scene.stage().pause(40 + scene.chance().unit());
                binding.ask(120, false);
            }
            scene.entry().flow("register").flow("register-refresh").outcome("ok");
        }
    },
    /// A phone that is switched off.
    DEREGISTER {
        @Override
        void live(Scene scene, Binding binding) {
            binding.ask(0, scene.chance().of(0.6));
            scene.entry().flow("deregister").outcome("ok");
        }
    },
    /// A wrong password.
    FAILED {
        @Override
        void live(Scene scene, Binding binding) {
            binding.fail(Reply.of(403).calling("Wrong password"));
            scene.entry().flow("register-failed").outcome("failed", "forbidden");
        }
    };

    abstract void live(Scene scene, Binding binding);

    @Override
    public void play(Scene scene) {
        live(scene, new Binding(scene));
    }
}
