using System.Globalization;
using Croisee.Data;
using Croisee.Experiences;
using Croisee.Experiences.Answers;
using Croisee.Framework;
using Croisee.Ui;
using Croisee.Words;

namespace Croisee.Library.Reading;

/// <summary>What <c>_Sheet.cshtml</c> draws: the public page, and the page the authors approve, are this same thing (EXP-R10).</summary>
/// <param name="Address">Where the sheet is, or will be, read: absolute, for the QR and the citation.</param>
/// <param name="Number">Null while it is not published yet.</param>
public sealed record SheetView(SheetContent Content, Labels Labels, EasyState Easy, string Reference, string Address, DateOnly Today, int? Number = null, DateTime? PublishedAt = null, DateTime? UpdatedAt = null)
{
    /// <summary>After so many months without a correction or news the page says so (age honest).</summary>
    public const int QuietMonths = 36;

    public Account Account => Content.Account;
    public Completeness Told => Completeness.Of(Account);
    public bool IsPublished => Number is not null;
    /// <summary>Whether this visitor may say if the easy text is easy: nobody else is led to a page that would turn them away.</summary>
    public bool MayReadAgain { get; init; }
    /// <summary>What became of it since; null before the publication.</summary>
    public ToldNews? News { get; init; }
    /// <summary>What is published beside it, for what shows all in one piece: the papers. Its page shows it below, by itself.</summary>
    public ToldBeside? Beside { get; init; }

    /// <summary>The scale of the territory is not said again after the name of the region.</summary>
    public string Place => string.Join(", ", new[] { Account.Structure.Commune, Labels.Of(Account.Structure.Department), Labels.Of(Account.Structure.Region), RegionSaysScale ? null : Labels.Of(Account.Structure.Territory) }.Where(p => !string.IsNullOrEmpty(p)));
    bool RegionSaysScale => Account.Structure is { Region: not null, Territory: "ECH_REGION" } or { Region: "R00", Territory: "ECH_NATIONAL" };

    public string Time
    {
        get
        {
            var (start, end) = (Month(Account.Setting.StartMonth), Month(Account.Setting.EndMonth));
            var span = start is null ? null : end is null ? $"Depuis {start}" : $"De {start} à {end}";
            var state = Lower(Labels.Of(Account.Setting.ActionState));
            // What stopped since is not said to go on: the state is that of the day it was told.
            if (state.Length > 0 && News is { HasStopped: true }) state += " quand la fiche a été écrite";
            return string.Join(", ", new[] { span, state }.Where(p => !string.IsNullOrEmpty(p)));
        }
    }

    /// <summary>« Personne n’a mis à jour ni confirmé cette fiche depuis 2027 », when nobody did for long; null while it is fresh.</summary>
    public string? Age => Confirmed is { } day && LastNews.MonthsBetween(day, Today) >= QuietMonths ? day.Year.ToString(CultureInfo.InvariantCulture) : null;

    /// <summary>The last day on which its authors wrote it, or told what became of it.</summary>
    DateOnly? Confirmed => UpdatedAt is { } at ? (News?.News.Last is { } last && last.At > at ? last.At : at).ParisDay() : null;

    public Ladder Ladder
    {
        get
        {
            var (lived, promised) = (Account.Participation.LivedByPersons ?? Content.Degree, Account.Participation.Promised);
            // What the readers fixed is the ladder; what the persons say they lived stays a mark of its own.
            return Content.DegreeFixed ? new([.. Vocabularies.Degree.Terms.Select(t => Labels.Of(t.Code))], Rank(Account.Participation.LivedByPersons), Rank(promised), Rank(Content.Degree))
                : new([.. Vocabularies.Degree.Terms.Select(t => Labels.Of(t.Code))], Rank(lived), Rank(promised));
        }
    }

    /// <summary>How far, then promised against lived by each side and the gap between the sides, as far as it was said (FRM-R1).</summary>
    public string LadderSentence
    {
        get
        {
            if (Content.Degree is not { } degree) return "Le degré n’est pas renseigné.";
            return string.Join(' ', Views.Sentences().Prepend($"{Labels.Of(degree)}, degré {Framework.Degree.Rank(degree)} sur {Vocabularies.Degree.Terms.Count}."));
        }
    }

    DegreeViews Views => Account.Landmarks().Degree;

    /// <summary>The three values, what was left unsaid too (FRM-R1), as soon as a side spoke; none after a promise, since <see cref="LadderSentence"/> then says them all.</summary>
    public IReadOnlyList<(string Label, string Text)> Degrees => Views is { Promised: not null } or { ByPersons: null, ByProfessionals: null } ? [] :
    [
        ("Promis au départ", Said(Views.Promised)), ("Vécu par les personnes concernées", Said(Views.ByPersons)), ("Vécu par les professionnels", Said(Views.ByProfessionals)),
    ];

    string Said(string? degree) => degree is null ? "Non précisé" : Labels.Of(degree);

    /// <summary>The degree of single stages, in the order of the project (FRM-R3). A stage offered before the rule named five is still read.</summary>
    public IReadOnlyList<string> StageLines => [.. Account.Participation.Stages().Where(s => Account.Participation.ByStage.GetValueOrDefault(s.Code) is { Length: > 0 })
        .Select(s => $"{Labels.Of(s.Code)} : {Lower(Labels.Of(Account.Participation.ByStage[s.Code]))}".Typeset())];

    /// <summary>A thread for each proposal; an effect that nobody saw yet is said, not hidden.</summary>
    public IReadOnlyList<IReadOnlyList<ThreadStep>> Threads => [.. Account.Changes.Decisions.Where(d => !d.IsEmpty).Select(Thread)];

    static IReadOnlyList<ThreadStep> Thread(InfluencedDecision d)
    {
        var steps = new List<ThreadStep>();
        if (!string.IsNullOrWhiteSpace(d.Proposal)) steps.Add(new(ThreadMark.Word, d.Proposal));
        if (!string.IsNullOrWhiteSpace(d.Decision)) steps.Add(new(ThreadMark.Decision, d.Decision));
        steps.Add(string.IsNullOrWhiteSpace(d.Effect) ? new(ThreadMark.None, "Rien encore, et nous le disons") : new(ThreadMark.Effect, d.Effect));
        return steps;
    }

    public IReadOnlyList<(string Label, SeenEffect Effect)> Effects => [.. new[]
    {
        ("Pour les personnes concernées", Account.Changes.ForPersons), ("Pour les professionnels", Account.Changes.ForProfessionals), ("Pour la structure", Account.Changes.ForStructure),
    }.Where(e => !string.IsNullOrWhiteSpace(e.Item2.Text))];

    /// <summary>Tags that lead to the other sheets with the same code.</summary>
    public IReadOnlyList<(string Label, IReadOnlyList<(string Text, string Href)> Tags)> Landmarks
    {
        get
        {
            var l = Content.Landmarks;
            return [.. new[]
            {
                Tags("Public concerné", "public", l.Publics), Tags("Champ du parcours", SheetFacets.PathwayField, l.PathwayFields.DefaultIfEmpty(SheetFacets.Unsaid)), Tags("Activités", "activite", l.Activities), Tags("Formes d’engagement", "registre", l.Registers),
                Tags("Niveau", "niveau", l.Scales), Tags("Niveau d’engagement", SheetFacets.Level, Content.Levels), Tags("Espace", "espace", l.Space is { } s ? [s] : []), Tags("Contexte", "contexte", Account.Setting.Contexts),
                Tags("Secteur", "secteur", Account.Structure.Sectors),
            }.Where(t => t.Item2.Count > 0)];
        }
    }

    /// <summary>Landmarks without a facet of their own, in words.</summary>
    public IReadOnlyList<(string Label, string Text)> Facts => [.. new[]
    {
        ("Structure", Account.Structure.OrganisationName), ("Type d’organisation", Labels.Of(Account.Structure.OrganisationType)), ("Où", Place), ("Autre contexte, précisé", Account.Setting.OtherContext), ("Quand", Time), ("Ce qu’elle devient", News?.Sentence),
        ("Personnes concernées", Lower(Labels.Of(Account.Participants.Persons))), ("Professionnels", Lower(Labels.Of(Account.Participants.Professionals))),
        ("En profitent aussi", Lower(Labels.Of(Account.Participants.Beneficiaries))), ("Étape du parcours", List(Content.Landmarks.Pathways)),
        ("Échelle des effets", Labels.Of(Content.Landmarks.EffectsScale)), ("À l’initiative de", List(Account.Origin.Initiators)),
    }.Where(f => !string.IsNullOrEmpty(f.Item2)).Select(f => (f.Item1, f.Item2!))];

    (string, IReadOnlyList<(string, string)>) Tags(string label, string field, IEnumerable<string> codes) => (label, [.. codes.Select(c => (c == SheetFacets.Unsaid ? "Non précisé" : Labels.Of(c), $"/repertoire?{field}={c}"))]);

    public string List(IEnumerable<string> codes) => string.Join(" ; ", Labels.Of(codes)).Typeset();
    public static string? Month(string? told) => Setting.ParseMonth(told) is { } month ? told!.Trim().Length == 4 ? told.Trim() : month.MonthInWords() : null;
    static int? Rank(string? code) => string.IsNullOrEmpty(code) ? null : Framework.Degree.Rank(code);
    static string Lower(string text) => text.Length == 0 ? text : char.ToLower(text[0], Localizer.French) + text[1..];
}
