"""What a bridge does, as a script of an afternoon: every query, joined in dictionaries, a few choices, one file.

fleet.py WRITER SERVER PORT QUERIES FILE; WRITER is drain (which keeps nothing), csv, xlsxwriter or openpyxl. Prints seconds
by stage as one JSON object.
"""
import json
import os
import sys
import time
from collections import defaultdict
from pathlib import Path

import pymssql

HEADERS = ["Type", "Nom", "État", "Manufacturier", "Modèle", "NuméroSérie", "NuméroInventaire", "Adresse IP",
           "Adresse Mac", "Système d'exploitation", "Type de processeur", "RAM", "Capacité du disque dur",
           "Version du BIOS", "UEFI", "Démarrage sécurisé", "Version du TPM", "Disque chiffré",
           "Utilisateur principal", "Dernier inventaire", "Domaine", "Unité d'organisation"]
TYPES = {"3": "Poste de travail", "10": "Portable"}


def read(server, port, queries, keep):
    """All sections: columns by position, and rows by machine; and how many rows there were."""
    link = pymssql.connect(server=server, port=port, user="bench", password=os.environ["BENCH_PASSWORD"], database="CM_BENCH",
                           autocommit=True)
    sections, count = {}, 0
    for path in sorted(Path(queries).glob("*.sql")):
        if path.stem == "software":
            continue
        cursor = link.cursor()
        cursor.execute(path.read_text(encoding="utf-8"))
        columns = [name for name, *_ in cursor.description]
        rows = defaultdict(list)
        while batch := cursor.fetchmany(1000):
            count += len(batch)
            if keep:
                for row in batch:
                    rows[row[0]].append(row)
        sections[path.stem] = (columns, rows)
    return sections, count


def first(sections, section, key):
    columns, rows = sections[section]
    found = rows.get(key)
    return dict(zip(columns, found[0])) if found else defaultdict(lambda: None)


def table(sections):
    """The cells of each machine, chosen as simply as can be."""
    columns, systems = sections["system"]
    for key, (row,) in systems.items():
        system = dict(zip(columns, row))
        if system["obsolete"] or system["decommissioned"]:
            continue
        computer, enclosure = first(sections, "computer-system", key), first(sections, "enclosure", key)
        bios, user = first(sections, "bios", key), first(sections, "primary-user", key)
        network = first(sections, "network-configuration", key)
        modules, disks = (sections[name][1].get(key, ()) for name in ("memory-module", "disk"))
        units = max((row[1] for row in sections["ou"][1].get(key, ())), key=len, default=None)
        scanned = first(sections, "workstation-status", key)["lastHardwareScan"]
        memory = sum(int(row[3]) for row in modules) // 1024
        disk = round(sum(int(row[3]) for row in disks) / 1024)
        yield [TYPES.get(enclosure["chassisTypes"], "Poste de travail"), system["netbiosName"], None,
               computer["manufacturer"], computer["model"], bios["serial"], enclosure["assetTag"],
               (network["addresses"] or "").split(",")[0], network["mac"],
               first(sections, "operating-system", key)["caption"], first(sections, "processor", key)["name"],
               f"{memory} Go", f"{disk} Go", bios["version"], None, None, None, None, user["uniqueName"],
               scanned and scanned.strftime("%Y-%m-%d"), computer["domain"], units]


def write_csv(rows, path):
    import csv
    with open(path, "w", encoding="cp1252", newline="") as file:
        out = csv.writer(file, quoting=csv.QUOTE_ALL)
        out.writerow(HEADERS)
        out.writerows(rows)


def write_xlsxwriter(rows, path):
    import xlsxwriter
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    text = book.add_format({"num_format": "@"})
    sheet = book.add_worksheet("Importation CI")
    sheet.write_row(0, 0, HEADERS, text)
    for line, row in enumerate(rows, 1):
        for column, value in enumerate(row):
            if value:
                sheet.write_string(line, column, value, text)
    book.close()


def write_openpyxl(rows, path):
    import openpyxl
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Importation CI")
    sheet.append(HEADERS)
    for row in rows:
        sheet.append(row)
    book.save(path)


writer, server, port, queries, path = sys.argv[1:]
start = time.perf_counter()
sections, count = read(server, port, queries, writer != "drain")
joined = time.perf_counter()
stages = {"rows": count, "read": joined - start}
if writer != "drain":
    cells = list(table(sections))
    chosen = time.perf_counter()
    {"csv": write_csv, "xlsxwriter": write_xlsxwriter, "openpyxl": write_openpyxl}[writer](cells, path)
    stages |= {"normalize": chosen - joined, "write": time.perf_counter() - chosen, "assets": len(cells)}
print(json.dumps(stages))
