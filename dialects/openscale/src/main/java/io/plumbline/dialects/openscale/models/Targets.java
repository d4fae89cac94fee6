package io.plumbline.dialects.openscale.models;

import io.plumbline.dialects.openscale.WireId;
import io.plumbline.dialects.openscale.wire.Target;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.model.Model;
import java.util.Optional;
import java.util.UUID;

/** What data sets belong to. */
final class Targets {
    private static final String ID = "target.target_id";
    private static final String OWN_INSTANCE = new UUID(0, 0).toString();

    private final References references;

    Targets(References references) {
        this.references = references;
    }

    /**
     * The model that a target is, where it is one; what else a target may be is looked for as well.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} where the target is not there
     */
    Optional<Model> model(Caller caller, Target target) {
        return switch (target.targetType()) {
            case SUBSCRIPTION -> Optional.of(references.subscription(caller, ID, id(target)));
            case DATA_MART -> found(references.dataMart(caller, ID, id(target)).id());
            case PROJECT, SPACE -> found(references.project(caller, ID, id(target)));
            case INSTANCE -> instance(caller, target);
        };
    }

    /** It was only to be there. */
    private static Optional<Model> found(Id ignored) {
        return Optional.empty();
    }

    private static Optional<Model> instance(Caller caller, Target target) {
        String id = target.targetId();
        if (id != null && !id.equals(OWN_INSTANCE) && !id.equals(WireId.of(caller.organization()))) {
            throw PlumblineException.invalid(ID, "the field " + ID + " names " + id + ", which is not there");
        }
        return Optional.empty();
    }

    private static String id(Target target) {
        String id = target.targetId();
        if (id == null) {
            throw PlumblineException.invalid(ID, "the field " + ID + " is missing");
        }
        return id;
    }
}
