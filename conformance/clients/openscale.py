"""Drives a server with the vendor's own OpenScale client, unchanged: registers the German credit model and sends, reads,
filters, patches and counts its records.

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
    OperationalSpaces,
    PatchDocument,
    Records,
    ScoringEndpointRequest,
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
    bad_input_is_refused(client, data_set)
    client.subscriptions.delete(subscription.metadata.id, force=True, background_mode=False)
    client.service_providers.delete(provider.metadata.id, force=True, background_mode=False)
    client.data_marts.delete(mart.metadata.id, force=True, background_mode=False)
    print(f"the vendor's client did all of it in {(datetime.datetime.now() - started).total_seconds():.1f} s")


if __name__ == "__main__":
    main()
