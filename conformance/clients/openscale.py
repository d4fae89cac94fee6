"""Drives a server with the vendor's own OpenScale client, unchanged: registers the German credit model, sends, reads, filters,
patches and counts its records, and has monitors watch them.

    python openscale.py --url http://127.0.0.1:8080 --user admin --key KEY
"""

import argparse
import datetime
import random
import tempfile
import uuid
import warnings

warnings.filterwarnings("ignore")

from ibm_cloud_sdk_core import ApiException  # noqa: E402
from ibm_cloud_sdk_core.authenticators import (  # noqa: E402
    BearerTokenAuthenticator,
    CloudPakForDataAuthenticator,
    IAMAuthenticator,
)
from ibm_watson_openscale import APIClient  # noqa: E402
from ibm_watson_openscale.base_classes.watson_open_scale_v2 import (  # noqa: E402
    Asset,
    AssetDeploymentRequest,
    AssetPropertiesRequest,
    JsonPatchOperation,
    MetricThreshold,
    MetricThresholdOverride,
    MonitorMeasurementRequest,
    MonitorMetricRequest,
    MonitorTagRequest,
    OperationalSpaces,
    PatchDocument,
    Records,
    ScoringEndpointRequest,
    Source,
    SparkStruct,
    SparkStructFieldPrimitive,
    Target,
)
from ibm_watson_openscale.supporting_classes.enums import (  # noqa: E402
    AssetTypes,
    DataSetTypes,
    DeploymentTypes,
    InputDataType,
    ProblemType,
    ServiceTypes,
    TargetTypes,
)
from ibm_watson_openscale.supporting_classes.payload_record import PayloadRecord  # noqa: E402

INSTANCE = "00000000-0000-0000-0000-000000000000"
CATEGORIES = {
    "CheckingStatus": ["0_to_200", "greater_200", "less_0", "no_checking"],
    "CreditHistory": ["all_credits_paid_back", "credits_paid_to_date", "outstanding_credit", "prior_payments_delayed"],
    "LoanPurpose": ["appliances", "car_new", "car_used", "education", "furniture", "radio_tv"],
    "ExistingSavings": ["100_to_500", "500_to_1000", "greater_1000", "less_100", "unknown"],
    "Sex": ["female", "male"],
    "Housing": ["free", "own", "rent"],
}
NUMBERS = {"LoanDuration": (4, 64), "LoanAmount": (250, 11676), "Age": (19, 74), "Dependents": (1, 2)}
FEATURES = [*CATEGORIES, *NUMBERS]


def rows(count, seed):
    """So many applicants; the same for the same seed."""
    chance = random.Random(seed)
    return [
        [*(chance.choice(values) for values in CATEGORIES.values()), *(chance.randint(*bounds) for bounds in NUMBERS.values())]
        for _ in range(count)
    ]


def field(name, kind, role, **more):
    return SparkStructFieldPrimitive(name=name, type=kind, nullable=True, metadata={"modeling_role": role, **more})


def training_schema():
    features = [field(name, "string", "feature", measure="discrete") for name in CATEGORIES]
    features += [field(name, "integer", "feature") for name in NUMBERS]
    return SparkStruct(type="struct", fields=[*features, field("Risk", "string", "target")])


def refused(call, *statuses):
    """Expects the call to be refused with one of these statuses and the vendor's error body."""
    try:
        call()
    except ApiException as refusal:
        assert refusal.status_code in statuses, refusal
        return
    raise AssertionError(f"expected one of {statuses}")


def logged_in_every_way(url, user, key):
    clients = [
        APIClient(service_url=url, authenticator=CloudPakForDataAuthenticator(url=url, username=user, apikey=key)),
        APIClient(service_url=url, authenticator=BearerTokenAuthenticator(bearer_token=key)),
        APIClient(
            service_url=url,
            service_instance_id=INSTANCE,
            authenticator=IAMAuthenticator(apikey=key, url=url),
        ),
    ]
    for client in clients:
        assert client.monitor_definitions.MONITORS.QUALITY.ID == "quality"
        assert client.monitor_definitions.MONITORS.DRIFT_V2.ID == "drift_v2"
        explainability = client.monitor_definitions.MONITORS.EXPLAINABILITY
        assert explainability.METRIC.GLOBAL_EXPLANATION_STABILITY == "global_explanation_stability"
        client.data_marts.list()
    return clients[0]


def registered(client):
    mart = client.data_marts.add(internal_database=True, name="credit", background_mode=False).result
    assert mart.entity.status.state == "active", mart
    provider = client.service_providers.add(
        name=f"scoring {uuid.uuid4()}",
        service_type=ServiceTypes.CUSTOM_MACHINE_LEARNING,
        operational_space_id="production",
        credentials={},
        background_mode=False,
    ).result
    subscription = client.subscriptions.add(
        data_mart_id=mart.metadata.id,
        service_provider_id=provider.metadata.id,
        asset=Asset(
            asset_id=str(uuid.uuid4()),
            name="German credit",
            url="http://127.0.0.1:9/score",
            asset_type=AssetTypes.MODEL,
            input_data_type=InputDataType.STRUCTURED,
            problem_type=ProblemType.BINARY_CLASSIFICATION,
        ),
        deployment=AssetDeploymentRequest(
            deployment_id=str(uuid.uuid4()),
            name="German credit online",
            deployment_type=DeploymentTypes.ONLINE,
            scoring_endpoint=ScoringEndpointRequest(url="http://127.0.0.1:9/score"),
        ),
        asset_properties=AssetPropertiesRequest(
            label_column="Risk",
            prediction_field="prediction",
            probability_fields=["probability"],
            feature_fields=FEATURES,
            categorical_fields=list(CATEGORIES),
            training_data_schema=training_schema(),
        ),
        background_mode=False,
    ).result
    assert subscription.entity.status.state == "active", subscription
    found = client.subscriptions.list(asset_asset_id=subscription.entity.asset.asset_id).result.subscriptions
    assert [each.metadata.id for each in found] == [subscription.metadata.id]
    return mart, provider, subscription


def payload_of(client, subscription):
    sets = client.data_sets.list(
        type=DataSetTypes.PAYLOAD_LOGGING,
        target_target_id=subscription.metadata.id,
        target_target_type=TargetTypes.SUBSCRIPTION,
    ).result.data_sets
    assert len(sets) == 1, sets
    return sets[0].metadata.id


def scored(seed, count, scoring_id):
    values = rows(count, seed)
    answers = [["Risk" if row[6] > 30 else "No Risk", [0.25, 0.75]] for row in values]
    return PayloadRecord(
        scoring_id=scoring_id,
        request={"fields": FEATURES, "values": values},
        response={"fields": ["prediction", "probability"], "values": answers},
        response_time=460,
        scoring_timestamp="2026-01-31T08:30:00Z",
    )


def payload_goes_in_and_out(client, data_set):
    scoring_id = uuid.uuid4().hex
    payload = scored(1, 20, scoring_id)
    client.data_sets.store_records(data_set_id=data_set, request_body=[payload], background_mode=False)
    assert client.data_sets.get_records_count(data_set_id=data_set) == 20
    client.data_sets.store_records(data_set_id=data_set, request_body=[payload], background_mode=False)
    assert client.data_sets.get_records_count(data_set_id=data_set) == 20, "the same payload counts once"

    one = Records(client).get(data_set, f"{scoring_id}-1").result
    sent = dict(zip(FEATURES, payload.request["values"][0]))
    got = one.entity.values
    assert {name: got[name] for name in FEATURES} == sent, got
    assert got["probability"] == [0.25, 0.75], got

    frame = client.data_sets.get_list_of_records(data_set_id=data_set, output_type="pandas", limit=50).result
    assert len(frame) == 20 and set(FEATURES) <= set(frame.columns)

    older = sum(1 for row in payload.request["values"] if row[8] >= 40)
    listed = Records(client).list(
        data_set, filter="Age:gte:40", order="Age:desc", include_total_count=True, format="dict"
    ).result
    ages = [record["entity"]["values"]["Age"] for record in listed["records"]] if isinstance(listed, dict) else None
    if ages is None:
        ages = [record.entity.values["Age"] for record in listed.records]
    assert len(ages) == older and ages == sorted(ages, reverse=True), ages
    return scoring_id


def records_are_patched(client, data_set, scoring_id):
    Records(client).update(
        data_set,
        f"{scoring_id}-1",
        [PatchDocument(op="replace", path="/values/Age", value=33)],
    )
    client.data_sets.patch_records(
        data_set,
        [PatchDocument(op="add", path=f"/records/{scoring_id}-2/annotations/checked", value="yes")],
    )
    assert Records(client).get(data_set, f"{scoring_id}-1").result.entity.values["Age"] == 33
    assert Records(client).get(data_set, f"{scoring_id}-2").result.entity.annotations["checked"] == "yes"


def feedback_goes_in(client, subscription):
    client.subscriptions.create_feedback_table(subscription.metadata.id)
    sets = client.data_sets.list(
        type=DataSetTypes.FEEDBACK,
        target_target_id=subscription.metadata.id,
        target_target_type=TargetTypes.SUBSCRIPTION,
    ).result.data_sets
    data_set = sets[0].metadata.id
    labelled = [dict(zip(FEATURES, row), Risk="No Risk") for row in rows(10, 2)]
    client.data_sets.store_records(data_set_id=data_set, request_body=labelled, background_mode=False)
    lines = [",".join([*FEATURES, "Risk"])]
    lines += [",".join([*map(str, row), "Risk"]) for row in rows(10, 3)]
    with tempfile.NamedTemporaryFile("w+", suffix=".csv") as file:
        file.write("\n".join(lines) + "\n")
        file.flush()
        with open(file.name, "rb") as csv:
            client.data_sets.store_records(
                data_set_id=data_set, request_body=csv, header=True, delimiter=",", csv_max_line_length=10_000, background_mode=False
            )
    assert client.data_sets.get_records_count(data_set_id=data_set) == 20
    client.data_sets.show_records(data_set_id=data_set)


def custom_data_sets_come_and_go(client, mart, subscription):
    made = client.data_sets.add(
        data_mart_id=mart.metadata.id,
        name="notes",
        type="custom",
        target=Target(target_id=subscription.metadata.id, target_type=TargetTypes.SUBSCRIPTION),
        data_schema=SparkStruct(type="struct", fields=[field("note", "string", "metadata")]),
        background_mode=False,
    ).result
    client.data_sets.update(made.metadata.id, [PatchDocument(op="add", path="/description", value="of people")])
    assert client.data_sets.get(made.metadata.id).result.entity.description == "of people"
    client.data_sets.delete(made.metadata.id, force=True, background_mode=False)
    refused(lambda: client.data_sets.get(made.metadata.id), 404)


def spaces_and_systems(client):
    space = OperationalSpaces(client).add(name="pre_prod", description="before").result
    patched = OperationalSpaces(client).update(
        space.metadata.id, [JsonPatchOperation(op="replace", path="/description", value="before production")]
    ).result
    assert patched.entity.description == "before production"
    OperationalSpaces(client).delete(space.metadata.id)
    system = client.integrated_systems.add(
        name="metrics", type="custom_metrics_provider", description="ours", credentials={"token": "hidden"},
        connection={"display_name": "metrics", "endpoint": "http://127.0.0.1:9/metrics"},
    ).result
    shown = client.integrated_systems.get(system.metadata.id).get_result()
    assert "hidden" not in str(shown), "credentials are never shown"
    client.integrated_systems.delete(system.metadata.id)


def trained(client, mart, subscription):
    """What drift is measured against: the rows that the model was trained on, with what it says of them."""
    fields = [*training_schema().fields, field("prediction", "string", "prediction")]
    made = client.data_sets.add(
        data_mart_id=mart.metadata.id,
        name="training",
        type="training",
        target=Target(target_id=subscription.metadata.id, target_type=TargetTypes.SUBSCRIPTION),
        data_schema=SparkStruct(type="struct", fields=fields),
        background_mode=False,
    ).result
    rows_of_training = [
        dict(zip(FEATURES, row), Risk=truth(row), prediction=answer(row)[0]) for row in rows(300, 11)
    ]
    client.data_sets.store_records(made.metadata.id, request_body=rows_of_training, background_mode=False)


def answer(row):
    """What the model says: that long loans are risky."""
    return ["Risk", [0.25, 0.75]] if row[6] > 30 else ["No Risk", [0.75, 0.25]]


def truth(row):
    return "Risk" if row[6] + row[9] > 32 else "No Risk"


def watched(client, mart, subscription, data_set):
    """Adds monitors, runs them and holds what they find to what the rows say."""
    target = Target(target_id=subscription.metadata.id, target_type=TargetTypes.SUBSCRIPTION)
    seen = rows(200, 12)
    client.data_sets.store_records(
        data_set_id=data_set,
        request_body=[
            PayloadRecord(
                scoring_id=uuid.uuid4().hex,
                request={"fields": FEATURES, "values": seen},
                response={"fields": ["prediction", "probability"], "values": [answer(row) for row in seen]},
                response_time=20,
                scoring_timestamp="2026-02-28T08:30:00Z",
            )
        ],
        background_mode=False,
    )

    def enabled(definition, parameters, thresholds=None):
        return client.monitor_instances.create(
            monitor_definition_id=definition,
            target=target,
            parameters=parameters,
            data_mart_id=mart.metadata.id,
            thresholds=thresholds,
            skip_scheduler=True,
            background_mode=False,
        ).result.metadata.id

    def found(monitor):
        run = client.monitor_instances.run(monitor_instance_id=monitor, background_mode=False).result
        assert run.entity.status.state == "finished", run
        week = datetime.timedelta(days=7)
        now = datetime.datetime.now(datetime.timezone.utc)
        listed = client.monitor_instances.list_measurements(
            monitor_instance_id=monitor, start=now - week, end=now + week, run_id=run.metadata.id
        ).result.measurements
        assert len(listed) == 1, listed
        client.monitor_instances.show_metrics(monitor_instance_id=monitor)
        return {
            (metric.id, *sorted(tag.value for tag in group.tags)): metric.value
            for group in listed[0].entity.values
            for metric in group.metrics
        }

    monitors = client.monitor_definitions.MONITORS
    quality = enabled(
        monitors.QUALITY.ID,
        {"min_feedback_data_size": 10},
        [MetricThresholdOverride(metric_id=monitors.QUALITY.METRIC.ACCURACY, type="lower_limit", value=0.9)],
    )
    labelled = rows(150, 13)
    feedback = client.data_sets.list(
        type=DataSetTypes.FEEDBACK, target_target_id=target.target_id, target_target_type=TargetTypes.SUBSCRIPTION
    ).result.data_sets[0].metadata.id
    client.data_sets.store_records(
        data_set_id=feedback,
        request_body=[
            dict(zip(FEATURES, row), Risk=truth(row), prediction=answer(row)[0], probability=answer(row)[1])
            for row in labelled
        ],
        background_mode=False,
    )
    right = sum(truth(row) == answer(row)[0] for row in labelled) / len(labelled)
    close(found(quality)[("accuracy",)], right)

    fairness = enabled(
        monitors.FAIRNESS.ID,
        {
            "features": [{"feature": "Sex", "majority": ["male"], "minority": ["female"], "threshold": 0.95}],
            "favourable_class": ["No Risk"],
            "unfavourable_class": ["Risk"],
            "min_records": 50,
        },
    )
    values = found(fairness)
    drift = enabled(monitors.DRIFT.ID, {"min_samples": 50, "drift_threshold": 0.05, "train_drift_model": False})
    assert ("data_drift_magnitude",) in found(drift)
    drift_v2 = enabled(monitors.DRIFT_V2.ID, {"min_samples": 50, "train_archive": False})
    assert found(drift_v2)[("prediction_drift_score",)] >= 0
    # The client has enabled this one by itself, together with the subscription.
    (traffic,) = [
        instance.metadata.id
        for instance in client.monitor_instances.list(
            target_target_id=target.target_id, monitor_definition_id=monitors.PERFORMANCE.ID
        ).result.monitor_instances
    ]
    assert found(traffic)[("scoring_records",)] == client.data_sets.get_records_count(data_set_id=data_set)
    assert any(key[0] == "fairness_value" and "female" in key for key in values), values

    now = datetime.datetime.now(datetime.timezone.utc)
    day = datetime.timedelta(days=1)
    series = client.monitor_instances.get_metrics(
        monitor_instance_id=quality, start=now - day, end=now + day, agg="last", interval="day"
    ).result
    assert series is not None
    client.monitor_instances.get_metrics_count(monitor_instance_id=quality, start=now - day, end=now + day, interval="hour")
    assert len(client.monitor_instances.list(target_target_id=target.target_id).result.monitor_instances) == 5
    client.monitor_instances.show()
    client.monitor_instances.delete(traffic, background_mode=False)


def archives_come_back(client, mart, subscription):
    """What the client trains for drift is kept as it is, and given back."""
    target = subscription.metadata.id
    with tempfile.NamedTemporaryFile(suffix=".tar.gz") as file:
        file.write(b"of drift")
        file.flush()
        client.monitor_instances.upload_drift_model(
            model_path=file.name, data_mart_id=mart.metadata.id, subscription_id=target, archive_name="mine.tar.gz"
        )
        client.monitor_instances.upload_drift_v2_archive(subscription_id=target, archive_path=file.name)
    drift = client.monitor_instances.list(
        target_target_id=target, monitor_definition_id=client.monitor_definitions.MONITORS.DRIFT.ID
    ).result.monitor_instances[0].metadata.id
    assert client.monitor_instances.download_drift_model(drift).result.content == b"of drift"
    head = client.monitor_instances.download_drift_model_metadata(drift)
    assert "mine.tar.gz" in head.headers["Content-Disposition"], head.headers
    assert client.monitor_instances.download_drift_v2_archive(target).result.content == b"of drift"
    assert client.monitor_instances.get_drift_v2_archive_metadata(target).headers["Content-Length"] == "8"


def close(found, expected):
    assert abs(found - expected) < 1e-9, f"{found} instead of {expected}"


def metrics_of_ones_own(client, mart, subscription):
    name = f"Desk {uuid.uuid4().hex[:8]}"
    made = client.monitor_definitions.add(
        name=name,
        metrics=[
            MonitorMetricRequest(name="sensitivity", thresholds=[MetricThreshold(type="lower_limit", default=0.8)]),
            MonitorMetricRequest(name="specificity", thresholds=[MetricThreshold(type="lower_limit", default=0.75)]),
        ],
        tags=[MonitorTagRequest(name="region", description="of the world")],
        background_mode=False,
    ).result
    definition = made.metadata.id
    assert definition == name.lower().replace(" ", "_"), definition
    monitor = client.monitor_instances.create(
        monitor_definition_id=definition,
        target=Target(target_id=subscription.metadata.id, target_type=TargetTypes.SUBSCRIPTION),
        parameters={},
        data_mart_id=mart.metadata.id,
        background_mode=False,
    ).result.metadata.id
    now = datetime.datetime.now(datetime.timezone.utc)
    published = MonitorMeasurementRequest(
        timestamp=now,
        metrics=[{"specificity": 0.78, "sensitivity": 0.67, "region": "us-south"}],
        sources=[Source(id="c", type="confusion_matrix", data={"values": [[1, 2]]})],
    )
    for _ in range(2):
        client.monitor_instances.add_measurements(monitor_instance_id=monitor, monitor_measurement_request=[published])
    day = datetime.timedelta(days=1)
    kept = client.monitor_instances.list_measurements(monitor_instance_id=monitor, start=now - day, end=now + day).result
    assert len(kept.measurements) == 1, "the same measurement counts once"
    assert kept.measurements[0].entity.issue_count == 1, kept
    one = client.monitor_instances.get_measurement_details(monitor, kept.measurements[0].metadata.id).result
    assert one.entity.sources[0].id == "c", one
    client.monitor_definitions.show()
    client.monitor_instances.delete(monitor, background_mode=False)
    client.monitor_definitions.delete(definition, background_mode=False)


def bad_input_is_refused(client, data_set):
    refused(lambda: client.subscriptions.get(str(uuid.uuid4())), 404)
    refused(lambda: Records(client).list(data_set, filter="Age:gte:old"), 400)
    refused(lambda: Records(client).list(data_set, filter="NoSuchColumn:eq:1"), 400)
    refused(lambda: Records(client).add(data_set, [{"Age": "old"}]), 400)


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--url", required=True)
    arguments.add_argument("--user", default="admin")
    arguments.add_argument("--key", required=True)
    given = arguments.parse_args()
    started = datetime.datetime.now()
    client = logged_in_every_way(given.url, given.user, given.key)
    mart, provider, subscription = registered(client)
    data_set = payload_of(client, subscription)
    scoring_id = payload_goes_in_and_out(client, data_set)
    records_are_patched(client, data_set, scoring_id)
    feedback_goes_in(client, subscription)
    custom_data_sets_come_and_go(client, mart, subscription)
    spaces_and_systems(client)
    trained(client, mart, subscription)
    watched(client, mart, subscription, data_set)
    archives_come_back(client, mart, subscription)
    metrics_of_ones_own(client, mart, subscription)
    bad_input_is_refused(client, data_set)
    client.subscriptions.delete(subscription.metadata.id, force=True, background_mode=False)
    client.service_providers.delete(provider.metadata.id, force=True, background_mode=False)
    client.data_marts.delete(mart.metadata.id, force=True, background_mode=False)
    print(f"the vendor's client did all of it in {(datetime.datetime.now() - started).total_seconds():.1f} s")


if __name__ == "__main__":
    main()
