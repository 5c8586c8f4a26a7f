using System.Globalization;
using Croisee.Surveys.Disclosure;

namespace Croisee.Tests.Surveys.Disclosure;

/// <summary>A survey of three establishments in one territory, one question and one cut: enough to hold each rule.</summary>
sealed class SmallSurvey
{
    public static readonly ClosedQuestion Welcome = new("welcome", [new("good", Favourable: true), new("middling"), new("bad"), new("no-idea", Counted: false)]);
    public static readonly DateOnly FirstDay = new(2027, 1, 4);

    public static readonly SurveyDesign Design = new(
        [new("all"), new("south", "all"), new("elms", "south", 60), new("oaks", "south", 60), new("limes", "south", 60)],
        [Welcome], [new("way", ["alone", "helped"])]);

    readonly List<AnswerRow> waiting = [];
    readonly Dictionary<string, (AnswerRow Row, string Population)> joined = [];
    readonly List<WithdrawnRow> withdrawn = [];
    int rows, day;

    public Thresholds Thresholds { get; init; } = new();

    public SurveyDesign In { get; init; } = Design;

    public PublicationHistory History { get; set; } = new();

    public int Waiting => waiting.Count;

    public Dictionary<(string Population, string? Question, string? Value), PublishedTable> Tables { get; } = [];

    public SmallSurvey Answers(string population, int count, string choice, string? way = "alone")
    {
        for (var i = 0; i < count; i++) waiting.Add(Row(string.Create(CultureInfo.InvariantCulture, $"row-{rows++}"), population, choice, way));
        return this;
    }

    public static AnswerRow Row(string id, string population, string choice, string? way) =>
        new(id, population, way is null ? new Dictionary<string, string>() : new() { ["way"] = way }, new Dictionary<string, IReadOnlyList<string>> { ["welcome"] = [choice] });

    public SmallSurvey Withdraw(string choice, string population)
    {
        var row = joined.Values.First(j => j.Population == population && j.Row.Chosen["welcome"][0] == choice);
        joined.Remove(row.Row.Id);
        withdrawn.Add(new(row.Row, row.Population));
        return this;
    }

    public SurveyPublication Publish(bool closing = false, params string[] moved)
    {
        var publication = new DisclosureGate(In, Thresholds).Publish(History, FirstDay.AddDays(day++), waiting, withdrawn, closing, moved);
        foreach (var row in publication.Joined) joined[row.Id] = (waiting.Single(w => w.Id == row.Id), row.Population);
        waiting.RemoveAll(w => joined.ContainsKey(w.Id));
        withdrawn.Clear();
        foreach (var table in publication.Tables) Tables[(table.Population, table.Question, table.Value)] = table;
        return publication;
    }

    public PublishedTable? Table(string population, string? question = "welcome", string? value = null) => Tables.GetValueOrDefault((population, question, value));

    /// <summary>Exact numbers, which only the history has.</summary>
    public int Counted(string population) => History.Books.TryGetValue(population, out var books) ? books[1].Counted.Whole.Answers + (books[1].Below?.Whole.Answers ?? 0) : 0;
}
