package io.github.glpi4j.transport.tck.mutants;

import io.github.glpi4j.transport.tck.endtoend.ClientContract;
import io.github.glpi4j.transport.tck.endtoend.CloseDownloadContract;
import io.github.glpi4j.transport.tck.endtoend.RestartContract;
import io.github.glpi4j.transport.tck.endtoend.TimeoutContract;
import io.github.glpi4j.transport.tck.endtoend.TransferContract;

/** The end-to-end contracts. */
final class ClientSubjects {

    private ClientSubjects() {}

    static final class Client extends ClientContract implements Subject {
        private final Mutant mutant;

        Client(Mutant mutant) {
            this.mutant = mutant;
        }

        @Override
        public Mutant mutant() {
            return mutant;
        }
    }

    static final class Transfer extends TransferContract implements Subject {
        private final Mutant mutant;

        Transfer(Mutant mutant) {
            this.mutant = mutant;
        }

        @Override
        public Mutant mutant() {
            return mutant;
        }
    }

    static final class Timeouts extends TimeoutContract implements Subject {
        private final Mutant mutant;

        Timeouts(Mutant mutant) {
            this.mutant = mutant;
        }

        @Override
        public Mutant mutant() {
            return mutant;
        }
    }

    static final class Restart extends RestartContract implements Subject {
        private final Mutant mutant;

        Restart(Mutant mutant) {
            this.mutant = mutant;
        }

        @Override
        public Mutant mutant() {
            return mutant;
        }
    }

    static final class CloseDownload extends CloseDownloadContract implements Subject {
        private final Mutant mutant;

        CloseDownload(Mutant mutant) {
            this.mutant = mutant;
        }

        @Override
        public Mutant mutant() {
            return mutant;
        }

        @Override
        protected int clients() {
            return 3;
        }
    }
}
