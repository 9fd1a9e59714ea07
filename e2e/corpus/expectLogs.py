#!/usr/bin/env python3
"""Works out logExpectations.json for logs of other tools, from the files alone and without the forms: python3 e2e/corpus/expectLogs.py DIR

Prints JSON: by file its SHA-256, the form in words, how many entries, generations, provider bodies, listed tokens and groups there are, and a hash of all outputs.
"""
import hashlib
import json
import os
import sys
import zipfile


def text_of(content):
    return content if isinstance(content, str) else "".join(part["text"] for part in content if part["type"] == "text")


def resolved(value, attachments):
    if isinstance(value, str) and value.startswith("attachment://"):
        return attachments.get(value[len("attachment://"):], value)
    return value


def of_inspect(samples):
    outputs, bodies, groups = [], 0, []
    for sample in samples:
        groups.append(str(sample["id"]))
        choices = sample["output"]["choices"]
        attachments = sample.get("attachments") or {}
        outputs += [resolved(text_of(choice["message"]["content"]), attachments) for choice in choices]
        if choices:
            identity = choices[0]["message"].get("id")
            calls = [event for event in sample.get("events", []) if event["event"] == "model" and event["output"]["choices"] and event["output"]["choices"][0]["message"].get("id") == identity]
            bodies += 1 if calls and calls[-1].get("call") and calls[-1]["call"].get("response") else 0
    count = len(set(groups))
    epochs = len(groups) // max(1, count)
    facts = f"{count} sample{'' if count == 1 else 's'}" + (f" × {epochs} epochs" if epochs > 1 else "")
    return f"inspect log, {facts}", len(samples), outputs, bodies, 0, groups


def of_helm(log):
    states = log["request_states"]
    outputs = [completion["text"] for state in states for completion in state["result"]["completions"]]
    tokens = sum(len(completion["tokens"]) for state in states for completion in state["result"]["completions"])
    groups = [state["instance"]["id"] for state in states]
    return f"HELM scenario state, {len(states)} request states, {len(set(groups))} prompts", len(states), outputs, len(states), tokens, groups


def of_lm_eval(lines):
    outputs = [answer for line in lines for answer in line["resps"][0]]
    groups = [str(line["doc_id"]) for line in lines]
    return f"lm-evaluation-harness samples, {len(set(groups))} documents, {len(outputs)} answers", len(lines), outputs, 0, 0, groups


def facts(path):
    if path.endswith(".eval"):
        with zipfile.ZipFile(path) as archive:
            return of_inspect([json.loads(archive.read(name)) for name in archive.namelist() if name.startswith("samples/")])
    with open(path, encoding="utf-8") as file:
        if path.endswith(".jsonl"):
            return of_lm_eval([json.loads(line) for line in file])
        log = json.load(file)
    return of_helm(log) if "request_states" in log else of_inspect(log["samples"])


expectations = {}
for folder, _, names in sorted(os.walk(sys.argv[1])):
    for name in sorted(names):
        if not name.endswith((".json", ".jsonl", ".eval")):
            continue
        path = os.path.join(folder, name)
        form, entries, outputs, bodies, tokens, groups = facts(path)
        with open(path, "rb") as file:
            digest = hashlib.sha256(file.read()).hexdigest()[:16]
        said = hashlib.sha256("\0".join(outputs).encode("utf-8", "surrogatepass")).hexdigest()[:16]
        expectations[os.path.relpath(path, sys.argv[1])] = {
            "sha256": digest, "form": form, "entries": entries, "samples": len(outputs), "bodies": bodies, "tokens": tokens, "groups": len(set(groups)), "outputs": said}
print(json.dumps(expectations, indent=2, ensure_ascii=False))
