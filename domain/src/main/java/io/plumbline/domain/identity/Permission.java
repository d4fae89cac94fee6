package io.plumbline.domain.identity;

import java.util.Locale;

/** What an operation needs. Every operation of every dialect names one. */
public enum Permission {
    /** Anybody, without a credential. */
    PUBLIC,
    /** Anybody with a valid credential. */
    SELF,
    CONNECTION_READ,
    CONNECTION_WRITE,
    PROJECT_READ,
    PROJECT_WRITE,
    MODEL_READ,
    MODEL_WRITE,
    DATASET_READ,
    DATASET_WRITE,
    RECORD_READ,
    RECORD_WRITE,
    MONITOR_READ,
    MONITOR_WRITE,
    MONITOR_RUN,
    EXPLANATION_READ,
    EXPLANATION_WRITE,
    RISK_READ,
    RISK_WRITE,
    EXPERIMENT_READ,
    EXPERIMENT_WRITE,
    REGISTRY_READ,
    REGISTRY_WRITE,
    SECRET_READ,
    SECRET_WRITE,
    USAGE_READ,
    IDENTITY_READ,
    IDENTITY_WRITE;

    /** The name in contracts and messages, such as {@code record.read}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
