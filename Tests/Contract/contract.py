"""Holds openapi.yaml against the server's answers with tools nobody here wrote. Usage: contract.py BASE-URL; .ci/contract
installs what it needs. Exits with 1 if anything is amiss.

It asks that everything be documented, that each approved answer and each example keep to its schema with no key more, and
that a client generated from the contract reads every path over the seeds and gives back what it read.
"""

import importlib, json, pathlib, re, subprocess, sys, tempfile

import ruamel.yaml
from openapi_schema_validator import OAS31Validator, oas31_format_checker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

ROOT = pathlib.Path(__file__).parents[2]
CONTRACT = ruamel.yaml.YAML(typ="safe").load(ROOT / "openapi.yaml")
flaws = []


def check(condition, sentence):
    if not condition:
        flaws.append(sentence)
        print("FAILED:", sentence[:600], flush=True)


def resolved(node):
    """What a reference refers to."""
    while "$ref" in node:
        target = CONTRACT
        for name in node["$ref"].removeprefix("#/").split("/"):
            target = target[name]
        node = target
    return node


def closed(schema):
    """The schema with no key allowed that it does not name: published it is open, here it is not."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    result = {name: "contract:" + part if name == "$ref" else closed(part) for name, part in schema.items()}
    if schema.get("type") == "object" and "properties" in schema:
        result.setdefault("unevaluatedProperties", False)
    return result


REGISTRY = Registry().with_resource("contract:", Resource(closed(CONTRACT), DRAFT202012))


def holds(schema, value, place):
    validator = OAS31Validator(closed(schema), registry=REGISTRY, format_checker=oas31_format_checker)
    for error in validator.iter_errors(value):
        check(False, f"{place}: {'/'.join(map(str, error.path))}: {error.message}")


def response_of(path, status):
    """The response that the contract has for a path and a status; the template's name beside it."""
    path = path.split("?")[0]
    for template, item in CONTRACT["paths"].items():
        # A source's name has slashes in it.
        pattern = re.sub(r"\\{(\w+)\\}", lambda name: ".+" if name[1] == "name" else "[^/]+", re.escape(template))
        if re.fullmatch(pattern, path):
            responses = item["get"]["responses"]
            return resolved(responses.get(str(status), responses["default"]))
    return resolved(CONTRACT["components"]["responses"]["Problem"])


def documented():
    """Everything has its words: operations, parameters, responses, headers, schemas; every form of an answer an example."""
    operations = parameters = examples = 0
    for path, item in CONTRACT["paths"].items():
        operation = item["get"]
        operations += 1
        check(operation.get("summary") and operation.get("operationId") and operation.get("tags"), f"{path} has no summary, operation or tag")
        for parameter in map(resolved, operation.get("parameters", [])):
            parameters += 1
            check(parameter.get("description"), f"{path}: the parameter {parameter['name']} is not described")
        for status, response in operation["responses"].items():
            response = resolved(response)
            check(response.get("description"), f"{path}: {status} is not described")
            for name, header in response.get("headers", {}).items():
                check(resolved(header).get("description"), f"{path}: the header {name} is not described")
            for media, content in response.get("content", {}).items():
                # Files of which the contract need show nothing: itself, the page, what has no form of its own.
                is_file = path in ("/openapi.yaml", "/dashboard", "/dashboard/{asset}")
                check(content.get("examples") or is_file, f"{path}: {status} as {media} has no example")
                for name, example in content.get("examples", {}).items():
                    examples += 1
                    holds(content["schema"], example["value"], f"{path}: the example {name} of {status}")
    for name, schema in CONTRACT["components"]["schemas"].items():
        check(schema.get("description"), f"the schema {name} is not described")
    print(f"documented: {operations} operations, {parameters} parameters, {examples} examples", flush=True)


def goldens():
    """Every approved answer keeps to the schema of its path, status and type."""
    count = 0
    for file in sorted((ROOT / "Tests/NewsAPITests/Goldens").glob("*.txt")):
        for transcript in re.split(r"^(?=[A-Z]+ \S+ → \d{3})", file.read_bytes().decode(), flags=re.MULTILINE):
            asked = re.match(r"(GET) (\S+) → (\d{3})", transcript)
            if not asked:
                continue
            head, _, body = transcript.partition("\n\n")
            media = re.search(r"^Content-Type: ([^;\n]+)", head, flags=re.MULTILINE)
            if not media or not media[1].endswith("json") or media[1].endswith("ndjson"):
                continue
            content = response_of(asked[2], asked[3]).get("content", {})
            check(media[1] in content, f"{file.name}: {asked[0]} as {media[1]} is not in the contract")
            if media[1] in content:
                holds(content[media[1]]["schema"], json.loads(body), f"{file.name}: {asked[2]}")
                count += 1
    check(count > 25, f"only {count} approved answers were found")
    print(f"goldens: {count} JSON answers keep to their schemas, closed", flush=True)


def client(base):
    """A client generated from the contract reads every path, and its values are the JSON it was given."""
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "config.yaml").write_text("content_type_overrides: {application/yaml: text/plain}\npost_hooks: []\n")
        made = subprocess.run(
            [pathlib.Path(sys.executable).parent / "openapi-python-client", "generate", "--path", ROOT / "openapi.yaml", "--config", folder / "config.yaml",
             "--output-path", folder / "newsdesk_client", "--meta", "none", "--fail-on-warning"], capture_output=True, text=True)
        check(made.returncode == 0, f"the generator warns: {made.stdout}{made.stderr}")
        sys.path.insert(0, str(folder))
        newsdesk = importlib.import_module("newsdesk_client")
        asked = {}

        with newsdesk.Client(base_url=base, follow_redirects=False) as connection:
            def call(operation, status=200, **arguments):
                item = next(item["get"] for item in CONTRACT["paths"].values() if item["get"]["operationId"] == operation)
                name = re.sub("([A-Z])", r"_\1", operation).lower()
                module = importlib.import_module(f"newsdesk_client.api.{item['tags'][0]}.{name}")
                answer = module.sync_detailed(client=connection, **arguments)
                asked[operation] = asked.get(operation, 0) + 1
                place = f"{operation} {arguments}"
                check(answer.status_code == status, f"{place}: {answer.status_code}")
                if answer.headers["content-type"].endswith("json"):
                    check(answer.parsed is not None and not isinstance(answer.parsed, str), f"{place}: nothing read")
                    check(answer.parsed is None or answer.parsed.to_dict() == json.loads(answer.content), f"{place}: what was read is not what was sent")
                else:
                    read = answer.parsed.payload.read() if hasattr(answer.parsed, "payload") else answer.parsed.encode()
                    check(read == answer.content, f"{place}: {type(answer.parsed)}")
                return answer.parsed

            for path, item in CONTRACT["paths"].items():
                operation = item["get"]["operationId"]
                names = [parameter["name"] for parameter in map(resolved, item["get"].get("parameters", []))]
                required = {parameter["name"]: "kooperation" for parameter in map(resolved, item["get"].get("parameters", [])) if parameter.get("required") and parameter["in"] == "query"}
                if "{" not in path:
                    page = call(operation, **required)
                    if "limit" in names:
                        seen = []
                        while len(seen) < page.total:
                            page = call(operation, **required, limit=100, offset=len(seen))
                            seen += page.items
                        call(operation, status=400, **required, limit=101)
                    if path + "/{id}" in CONTRACT["paths"]:
                        single = CONTRACT["paths"][path + "/{id}"]["get"]["operationId"]
                        for one in seen:
                            call(single, id=one.id)
                        call(single, status=404, id="nobody-knows")
            for source in call("listSources").items:
                call("getSource", name=source.name)
                # The generator knows one form of an answer, the first: the other is read by the contract's type alone.
                whole = connection.get_httpx_client().get(f"/sources/{source.name}?format=json").json()
                check(importlib.import_module("newsdesk_client.models").Source.from_dict(whole).to_dict() == whole, f"{source.name} as JSON: what was read is not what was sent")
            call("getSource", status=404, name="nobody-knows")
            for kind in re.findall(r"/problems/([a-z-]+)", (ROOT / "Tests/NewsAPITests/Goldens/problem-types.txt").read_text()):
                call("getProblemType", type_=kind)
            call("getDashboardAsset", asset="app.js")
            call("listArticles", status=409, dataset="000000000000")
        missing = {item["get"]["operationId"] for item in CONTRACT["paths"].values()} - asked.keys()
        check(not missing, f"the client lacks {missing}")
    print(f"client: {len(asked)} operations, {sum(asked.values())} answers read and given back", flush=True)


documented()
goldens()
client(sys.argv[1])
sys.exit(1 if flaws else 0)
