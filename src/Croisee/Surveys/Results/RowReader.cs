using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Croisee.Surveys.Content;
using Croisee.Surveys.Disclosure;

namespace Croisee.Surveys.Results;

/// <summary>
/// Reads sheets as the rows that the gate counts. A whole survey may wait at once, a hundred thousand rows: what many persons answered alike is one object for all of them,
/// and a row is little more than one place for each question.
/// </summary>
public sealed class RowReader
{
    readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    readonly HashSet<string> ordered = new(StringComparer.Ordinal);
    readonly Dictionary<string, (QuestionKind Kind, IReadOnlyList<CountedClass> Classes)> classed = new(StringComparer.Ordinal);
    readonly List<AskedQuestion> cuts;
    readonly Dictionary<string, IReadOnlyList<string>> said = new(StringComparer.Ordinal);
    readonly Dictionary<string, IReadOnlyDictionary<string, string>> described = new(StringComparer.Ordinal);
    readonly Dictionary<Guid, string> populations = [];

    /// <param name="year">In which the survey opens.</param>
    public RowReader(SurveyDesign design, QuestionnaireContent content, int year)
    {
        foreach (var question in content.Questions.Where(q => CountedClasses.Counts(q.Kind))) classed[question.Code] = (question.Kind, CountedClasses.Of(question, year));
        foreach (var question in design.Questions) places[question.Code] = places.Count;
        foreach (var question in content.Questions.Where(q => q.Kind is QuestionKind.Ranking)) ordered.Add(question.Code);
        cuts = [.. SurveyPlan.Cuts(content)];
    }

    public AnswerRow Read(AnswerSheet sheet)
    {
        var given = sheet.Given();
        var chosen = new IReadOnlyList<string>?[places.Count];
        foreach (var (code, values) in given.Values)
            // Of an order, what came first is counted.
            if (places.TryGetValue(code, out var place)) chosen[place] = Shared(ordered.Contains(code) ? [values[0]] : classed.TryGetValue(code, out var by) ? [CountedClasses.CodeOf(by.Classes, by.Kind, values[0]) ?? ""] : values);
        if (!populations.TryGetValue(sheet.PlaceId, out var population)) populations[sheet.PlaceId] = population = SurveyPlan.PopulationOf(sheet.PlaceId);
        return new AnswerRow(sheet.Id.ToString("N"), population, Described(given, SurveyPlan.HowOf(sheet.Mode)), new Answered(places, chosen));
    }

    IReadOnlyList<string> Shared(IReadOnlyList<string> values)
    {
        var key = values.Count == 1 ? values[0] : string.Join('\n', values);
        return said.TryGetValue(key, out var known) ? known : said[key] = values;
    }

    IReadOnlyDictionary<string, string> Described(GivenAnswers given, string? how)
    {
        var attributes = cuts.Where(q => given[q.Code].Count == 1).ToDictionary(q => q.Code, q => given[q.Code][0]);
        if (how is not null) attributes[SurveyPlan.How] = how;
        var key = string.Join('\n', attributes.Select(a => a.Key + "\t" + a.Value));
        return described.TryGetValue(key, out var known) ? known : described[key] = attributes;
    }

    /// <summary>Answers by the place of their question, seen as a dictionary.</summary>
    sealed class Answered(Dictionary<string, int> places, IReadOnlyList<string>?[] chosen) : IReadOnlyDictionary<string, IReadOnlyList<string>>
    {
        IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> All => places.Where(p => chosen[p.Value] is not null).Select(p => KeyValuePair.Create(p.Key, chosen[p.Value]!));

        public bool TryGetValue(string key, [MaybeNullWhen(false)] out IReadOnlyList<string> value) => (value = places.TryGetValue(key, out var place) ? chosen[place] : null) is not null;
        public IReadOnlyList<string> this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException(key);
        public bool ContainsKey(string key) => TryGetValue(key, out _);
        public int Count => chosen.Count(c => c is not null);
        public IEnumerable<string> Keys => All.Select(a => a.Key);
        public IEnumerable<IReadOnlyList<string>> Values => All.Select(a => a.Value);
        public IEnumerator<KeyValuePair<string, IReadOnlyList<string>>> GetEnumerator() => All.GetEnumerator();
        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
