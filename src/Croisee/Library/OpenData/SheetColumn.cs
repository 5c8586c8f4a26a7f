using System.Text.Json;
using Croisee.Experiences.Exchange;
using Croisee.Framework;

namespace Croisee.Library.OpenData;

/// <summary>What a value is in JSON: enough to read it, and to describe it.</summary>
enum ValueShape { Text, Number, YesNo, Texts, Pairs, Lines }

/// <summary>One column of the open data: how a sheet fills its cell, and its value in JSON.</summary>
abstract class SheetColumn(string code, string label)
{
    public string Code { get; } = code;
    public string Label { get; } = label;
    public abstract string Kind { get; }
    public abstract ValueShape Shape { get; }
    public virtual Vocabulary? Vocabulary => null;
    public bool HasWords => Vocabulary is not null;
    public virtual string JsonKey => Code;
    public virtual string? JsonPart => null;
    public abstract string Cell(PublicSheet sheet);
    public virtual string InWords(PublicSheet sheet) => "";
    public abstract void Write(Utf8JsonWriter json, PublicSheet sheet);
}

/// <summary>A field of the dictionary (domain 1.4) that everyone may see.</summary>
sealed class DictionaryColumn(Field told) : SheetColumn(told.Code, told.Label)
{
    public override string Kind => told.Kind;
    public override Vocabulary? Vocabulary => told.Vocabulary;
    public override string JsonKey => told.JsonKey;
    public override string? JsonPart => told.JsonPart;
    public override string Cell(PublicSheet sheet) => told.Cell(sheet.Row);
    public override string InWords(PublicSheet sheet) => told.InWords(sheet.Row);
    public override void Write(Utf8JsonWriter json, PublicSheet sheet) => told.Write(json, sheet.Row);

    public override ValueShape Shape => told switch
    {
        NumberField => ValueShape.Number,
        YesNoField => ValueShape.YesNo,
        TextField { AsLines: true } or TextsField or CodesField => ValueShape.Texts,
        TextField or CodeField => ValueShape.Text,
        PairsField => ValueShape.Pairs,
        _ => ValueShape.Lines,
    };
}

/// <summary>A text that the publication adds.</summary>
sealed class PublishedColumn(string code, string label, string kind, Func<PublicSheet, string?> read, ValueShape shape = ValueShape.Text) : SheetColumn(code, label)
{
    public override string Kind => kind;
    public override ValueShape Shape => shape;
    public override string Cell(PublicSheet sheet) => read(sheet) ?? "";

    public override void Write(Utf8JsonWriter json, PublicSheet sheet)
    {
        var text = read(sheet);
        if (text is null) json.WriteNullValue();
        else if (shape is ValueShape.Number) json.WriteRawValue(text);
        else if (shape is ValueShape.YesNo) json.WriteBooleanValue(text == "oui");
        else json.WriteStringValue(text);
    }
}

/// <summary>Several texts or codes that the publication fixes.</summary>
sealed class FixedColumn(string code, string label, Vocabulary? vocabulary, Func<PublicSheet, IEnumerable<string?>> read) : SheetColumn(code, label)
{
    public override string Kind => vocabulary is null ? "textes séparés par « | »" : "codes séparés par « | »";
    public override ValueShape Shape => ValueShape.Texts;
    public override Vocabulary? Vocabulary => vocabulary;
    IEnumerable<string> Said(PublicSheet sheet) => read(sheet).OfType<string>();
    public override string Cell(PublicSheet sheet) => PackedCell.Pack(Said(sheet));
    public override string InWords(PublicSheet sheet) => PackedCell.Pack(sheet.Book.Labels(Said(sheet)));

    public override void Write(Utf8JsonWriter json, PublicSheet sheet)
    {
        json.WriteStartArray();
        foreach (var one in Said(sheet)) json.WriteStringValue(one);
        json.WriteEndArray();
    }
}

/// <summary>Lines with named parts that the publication fixes.</summary>
sealed class PublishedLines(string code, string label, string[] parts, Func<PublicSheet, IEnumerable<string?[]>> read) : SheetColumn(code, label)
{
    public override string Kind => $"lignes séparées par « | », parties séparées par « > » : {string.Join(" > ", parts)}";
    public override ValueShape Shape => ValueShape.Lines;
    public override string Cell(PublicSheet sheet) => PackedCell.PackRows(read(sheet));

    public override void Write(Utf8JsonWriter json, PublicSheet sheet)
    {
        json.WriteStartArray();
        foreach (var line in read(sheet))
        {
            json.WriteStartObject();
            foreach (var (part, text) in parts.Zip(line)) json.WriteString(part, text);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
