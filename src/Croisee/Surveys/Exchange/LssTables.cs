using System.Globalization;
using System.Xml;

namespace Croisee.Surveys.Exchange;

/// <summary>One row of a table of a LimeSurvey file, with the line it begins on.</summary>
sealed class LssRow(int line)
{
    readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    public int Line => line;
    public string Where => "ligne " + line.ToString(CultureInfo.InvariantCulture);
    public string this[string name] { get => values.GetValueOrDefault(name, ""); set => values[name] = value; }
    public int Number(string name) => int.TryParse(this[name], NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : 0;
}

/// <summary>
/// The tables of a LimeSurvey structure file (.lss), of its old versions and of its new ones, row by row. No document type and nothing from
/// outside the file is ever read: an entity can be neither a bomb nor a window (S11).
/// </summary>
sealed class LssTables
{
    /// <summary>Bytes. Themes and help texts make a survey of a hundred questions in three languages less than half of it.</summary>
    public const int LongestFile = 4_000_000;
    const int RowsMax = 20_000, DepthMax = 12;
    static readonly string[] Read = ["surveys", "surveys_languagesettings", "groups", "group_l10ns", "questions", "subquestions", "question_l10ns", "question_attributes", "answers", "answer_l10ns", "conditions", "quota", "assessments", "defaultvalues"];

    readonly Dictionary<string, List<LssRow>> tables = new(StringComparer.Ordinal);
    int rows;

    public IReadOnlyList<LssRow> this[string table] => tables.GetValueOrDefault(table, []);

    public static LssTables Of(Stream file)
    {
        var read = new LssTables();
        using var xml = XmlReader.Create(file, new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = LongestFile, IgnoreComments = true, IgnoreProcessingInstructions = true, CloseInput = false });
        try
        {
            read.Walk(xml);
        }
        catch (XmlException broken)
        {
            throw new UnreadableFile($"ligne {broken.LineNumber}", file.Length > LongestFile ? "Ce fichier est trop grand." : "Ce fichier ne se lit pas comme du XML. Un type de document ou une entité n’y est jamais lu.");
        }
        return read;
    }

    void Walk(XmlReader xml)
    {
        var kind = "";
        while (xml.Read())
        {
            if (xml.NodeType is not XmlNodeType.Element) continue;
            if (xml.Depth > DepthMax) throw new UnreadableFile(Line(xml), "Ce fichier est trop imbriqué.");
            if (xml.Depth == 0 && xml.LocalName != "document") throw new UnreadableFile(Line(xml), Foreign(xml));
            if (xml is { Depth: 1, LocalName: "LimeSurveyDocType" }) { kind = xml.ReadElementContentAsString(); if (kind != "Survey") break; }
            if (xml.Depth == 1 && xml.NodeType is XmlNodeType.Element && Array.IndexOf(Read, xml.LocalName) >= 0) Table(xml);
        }
        if (kind != "Survey") throw new UnreadableFile("ligne 1", "Ce fichier LimeSurvey n’est pas la structure d’un questionnaire entier : exportez « Structure de l’enquête (.lss) ».");
    }

    void Table(XmlReader xml)
    {
        var table = tables.TryGetValue(xml.LocalName, out var known) ? known : tables[xml.LocalName] = [];
        using var within = xml.ReadSubtree();
        LssRow? row = null;
        string? field = null;
        while (within.Read())
        {
            if (within.NodeType is XmlNodeType.Element)
            {
                if (xml.Depth > DepthMax) throw new UnreadableFile(Line(xml), "Ce fichier est trop imbriqué.");
                if (within.LocalName == "row") { if (++rows > RowsMax) throw new UnreadableFile(Line(xml), $"Ce fichier a plus de {RowsMax} lignes."); table.Add(row = new(xml is IXmlLineInfo at ? at.LineNumber : 0)); }
                field = row is null || within.IsEmptyElement ? null : within.LocalName;
            }
            else if (within.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace && row is not null && field is not null) row[field] += within.Value;
            else if (within.NodeType is XmlNodeType.EndElement) field = null;
        }
    }

    /// <summary>What else people hold for a questionnaire, and which file of theirs can be read.</summary>
    static string Foreign(XmlReader xml) => xml switch
    {
        { NamespaceURI: "http://hl7.org/fhir" } => "Ce fichier est du FHIR en XML : donnez le même questionnaire en JSON.",
        { LocalName: "html", NamespaceURI: "http://www.w3.org/1999/xhtml" } when xml.LookupNamespace("jr") is not null || xml.LookupNamespace("odk") is not null => "Ce fichier est un formulaire XForms : donnez le classeur XLSForm (.xlsx) dont il a été fait.",
        _ => "Ce fichier XML n’est pas une structure de questionnaire LimeSurvey (.lss).",
    };

    static string Line(XmlReader xml) => xml is IXmlLineInfo at ? $"ligne {at.LineNumber}" : "ligne 1";
}
