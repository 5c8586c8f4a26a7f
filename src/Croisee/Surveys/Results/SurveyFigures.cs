using System.Text.Json;
using System.Text.Json.Serialization;
using Croisee.Surveys.Disclosure;

namespace Croisee.Surveys.Results;

/// <summary>What the one door knows of a survey: everything that was ever counted (R1). Exact numbers: read by <see cref="PublishFigures"/> and by nothing else.</summary>
public sealed class SurveyLedger
{
    SurveyLedger() { }

    public SurveyLedger(Guid surveyId) => SurveyId = surveyId;

    public Guid SurveyId { get; private set; }
    public string History { get; private set; } = "{\"Books\":{},\"Publishings\":[],\"KnowsLent\":true}";
    /// <summary>How many publications there were.</summary>
    public int Number { get; private set; }
    /// <summary>What was counted may still stand in the file as it came: set by a publication, gone once all is written anew (<see cref="WriteCountedAnew"/>).</summary>
    public bool KeepsOrder { get; private set; }
    public int Version { get; private set; }

    public PublicationHistory Read() => JsonSerializer.Deserialize<PublicationHistory>(History)!;

    public void Write(PublicationHistory history) => (History, Number, KeepsOrder) = (JsonSerializer.Serialize(history), Number + 1, true);
}

/// <summary>The tables of one population as everybody may see them: a page, an export and a feed read this and nothing else (R1).</summary>
public sealed class PublishedFigures
{
    static readonly JsonSerializerOptions Options = new() { Converters = { new JsonStringEnumConverter() } };

    PublishedFigures() { }

    public PublishedFigures(Guid surveyId, string population) => (SurveyId, Population) = (surveyId, population);

    public Guid SurveyId { get; private set; }
    /// <summary><see cref="SurveyPlan.Whole"/>, or the id of a place.</summary>
    public string Population { get; private set; } = "";
    /// <summary>Day of the last publication that changed something here.</summary>
    public DateOnly Day { get; private set; }
    public string Tables { get; private set; } = "[]";
    /// <summary>Answers set aside, as last told; none or ten and more (R4, S23). Shown as a band only.</summary>
    public int Aside { get; private set; }

    /// <returns>Whether something else is told now: it moves by ten answers or more, or goes.</returns>
    internal bool TellAside(DateOnly day, int answers)
    {
        if (answers < Thresholds.LeastBatch) answers = 0;
        if (answers == Aside || answers > 0 && Math.Abs(answers - Aside) < Thresholds.LeastBatch) return false;
        Aside = answers;
        if (Day == default) Day = day;
        return true;
    }

    public IReadOnlyList<PublishedTable> Read() => JsonSerializer.Deserialize<List<PublishedTable>>(Tables, Options)!;

    /// <summary>Tables that a publication does not name stay as they were.</summary>
    public void Take(DateOnly day, IEnumerable<PublishedTable> tables)
    {
        var all = Read().ToDictionary(KeyOf);
        foreach (var table in tables) all[KeyOf(table)] = table;
        (Day, Tables) = (day, JsonSerializer.Serialize(all.Values.ToList(), Options));
    }

    /// <summary>The rate among as many persons as are declared now, of the band as it is shown (CMP-R6).</summary>
    internal void Rate(int? eligible)
    {
        if (Read() is not { Count: > 0 } tables) return;
        Tables = JsonSerializer.Serialize(tables.Select(t => t is { Question: null, Cut: null, Figures: { } figures } ? t with { Rate = eligible is > 0 and var persons ? figures.Answers.RateAmong(persons) : null } : t).ToList(), Options);
    }

    static (string?, string?, string?) KeyOf(PublishedTable table) => (table.Question, table.Cut, table.Value);
}
