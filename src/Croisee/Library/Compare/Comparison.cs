using Croisee.Experiences.Answers;
using Croisee.Framework;

namespace Croisee.Library.Compare;

/// <summary>One line of a comparison: what each sheet says, in the order of the letters, and the difference in words.</summary>
/// <param name="IsWorded">The sentences say everything that the values say: a phone need not show both.</param>
/// <param name="IsToRead">What people wrote: neither the same nor different by a machine, so it is counted apart.</param>
/// <param name="IsUnanswered">One sheet alone speaks here, or says « autre » : shown, and counted neither as the same nor as different.</param>
public sealed record ComparedLine(string Label, IReadOnlyList<IReadOnlyList<string>> Values, IReadOnlyList<string> Sentences, bool IsSame, bool IsWorded = false, bool IsToRead = false, bool IsUnanswered = false)
{
    public bool IsJudged => !IsToRead && !IsUnanswered;
    public string? Css => IsWorded ? "worded" : IsSame ? "alike" : null;
}

/// <summary>The lines about one subject.</summary>
public sealed record ComparedPart(string Title, IReadOnlyList<ComparedLine> Lines)
{
    /// <summary>Its name in the address of the page, and the name of its place on it.</summary>
    public string Slug { get; } = Experiences.Slugs.Of(Title);
    public int Apart => Lines.Count(l => l is { IsSame: false, IsJudged: true });
    public int ToRead => Lines.Count(l => l.IsToRead);
}

/// <summary>Sheets side by side, landmark by landmark; barriers and levers each on a line of its own, so that they stand opposite one another.</summary>
public sealed class Comparison
{
    /// <summary>A value, and of which sheet alone it is: two who chose « autre » without saying which did not say the same.</summary>
    readonly record struct Value(string Text, SheetContent? OnlyOf = null)
    {
        public override string ToString() => Text;
    }

    readonly IReadOnlyList<SheetContent> sheets;
    readonly IReadOnlyList<string> letters;
    readonly Dictionary<SheetContent, string?> news;
    readonly Labels labels;

    /// <param name="sheets">Each with its letter. Only what is shown: a withdrawn sheet has no content to compare.</param>
    public Comparison(IReadOnlyList<(string Letter, SheetContent Content, string? News)> sheets, Labels labels) =>
        (letters, this.sheets, news, this.labels) = ([.. sheets.Select(s => s.Letter)], [.. sheets.Select(s => s.Content)], sheets.ToDictionary(s => s.Content, s => s.News), labels);

    public IReadOnlyList<string> Letters => letters;

    /// <summary>Without what no sheet says.</summary>
    public IReadOnlyList<ComparedPart> Parts => field ??= [.. All().Select(p => p with { Lines = [.. p.Lines.Where(l => l.Values.Any(v => v.Count > 0))] }).Where(p => p.Lines.Count > 0)];

    /// <summary>Those a machine can judge; <see cref="ToRead"/> are the others.</summary>
    public int Lines => Parts.Sum(p => p.Lines.Count(l => l.IsJudged));
    public int ToRead => Parts.Sum(p => p.ToRead);
    public int Same => Parts.Sum(p => p.Lines.Count(l => l.IsSame));

    public IReadOnlyList<ComparedPart> Differences => [.. Parts.Select(p => p with { Lines = [.. p.Lines.Where(l => !l.IsSame)] }).Where(p => p.Lines.Count > 0)];

    IEnumerable<ComparedPart> All()
    {
        yield return new("Jusqu’où va la participation", [
            One("Degré le plus élevé", s => s.Degree), One("Promis au départ", s => s.Account.Participation.Promised),
            One("Vécu par les personnes concernées", s => s.Account.Participation.LivedByPersons), One("Vécu par les professionnels", s => s.Account.Participation.LivedByProfessionals),
            // The degree may change on the way (FRM-R3): a step that nobody spoke of has no line.
            .. Vocabularies.Stage.Terms.Select(stage => One($"Degré : {labels.Of(stage.Code)}", s => s.Account.Participation.ByStage.GetValueOrDefault(stage.Code)))]);
        yield return new("Effets attendus", [One("Échelle", s => s.Landmarks.EffectsScale)]);
        yield return new("Parcours", [Many("Champ du parcours", s => s.Landmarks.PathwayFields), Many("Étapes du parcours", s => s.Landmarks.Pathways)]);
        yield return new("Public concerné", [
            Many("Publics", s => s.Landmarks.Publics), One("Personnes concernées engagées", s => s.Account.Participants.Persons), One("Professionnels engagés", s => s.Account.Participants.Professionals),
            One("Qui en profite aussi", s => s.Account.Participants.Beneficiaries),
            Many("Comment les personnes ont été invitées", s => s.Account.Participants.Recruitment, s => s.Account.Participants.OtherRecruitment), Many("Pour que chacun puisse participer", s => s.Account.Participants.InclusiveMeans)]);
        yield return new("Activités concernées", [
            Many("Activités", s => s.Landmarks.Activities), Many("Formes d’engagement", s => s.Landmarks.Registers), Many("De quelle façon", s => s.Landmarks.Modalities)]);
        yield return new("Espace et niveau", [One("Espace", s => s.Landmarks.Space), Many("Niveau", s => s.Landmarks.Scales), Many("Niveau d’engagement", s => s.Levels)]);
        yield return new("Ce qui a freiné", [.. EachOf(s => s.Account.Changes.Brakes, "Freins", "aucun frein"), Told("Raconté", s => [s.Account.Changes.BrakesText])]);
        yield return new("Ce qui a aidé", [.. EachOf(s => s.Account.Changes.Levers, "Leviers", "aucun levier"), Told("Raconté", s => [s.Account.Changes.LeversText])]);
        yield return new("Ce qui a changé", [
            Told("Pour les personnes concernées", s => Seen(s.Account.Changes.ForPersons)), Told("Pour les professionnels", s => Seen(s.Account.Changes.ForProfessionals)), Told("Pour la structure", s => Seen(s.Account.Changes.ForStructure)),
            Told("Proposition, décision, suite", s => s.Account.Changes.Decisions.Select(Thread))]);
        yield return new("Préparation et moyens", [
            One("Préparation des personnes", s => s.Account.Means.PersonsPreparation.Level), One("Formation des personnes", s => s.Account.Means.PersonsTraining.Level),
            One("Formation des professionnels", s => s.Account.Means.ProfessionalsTraining.Level), Line("Formation en commun", s => s.Account.Means.TrainedTogether is { } together ? [together ? "Oui" : "Non"] : [], single: true),
            One("Cadre commun écrit", s => s.Account.Means.Charter), Many("Statut des personnes", s => s.Account.Means.Statuses), Many("Reconnaissance", s => s.Account.Means.Recognition), One("Budget", s => s.Account.Means.Budget)]);
        yield return new("Où, quand et qui", [
            Many("Contexte", s => s.Account.Setting.Contexts, s => s.Account.Setting.OtherContext), Many("Secteur", s => s.Account.Structure.Sectors), One("Type de structure", s => s.Account.Structure.OrganisationType), One("Région", s => s.Account.Structure.Region), One("Département", s => s.Account.Structure.Department),
            Line("Année de début", s => Setting.ParseMonth(s.Account.Setting.StartMonth) is { } start ? [start.Year.ToString(System.Globalization.CultureInfo.InvariantCulture)] : [], single: true),
            One("État au dépôt", s => s.Account.Setting.ActionState), Line("Ce qu’elle devient", s => news[s] is { } said ? [said] : [], single: true), Many("À l’initiative de", s => s.Account.Origin.Initiators),
            One("Échelle du territoire", s => s.Account.Structure.Territory), Told("Objectifs", s => s.Account.Origin.Goals)]);
        yield return new("Ce que l’on en retient", [One("Évaluation", s => s.Account.Lessons.Evaluation), Many("Méthode", s => s.Account.Lessons.Methods), Told("Un conseil à d’autres", s => [s.Account.Lessons.Advice]), Told("Pour faire pareil ailleurs", s => [s.Account.Lessons.Elsewhere])]);
        yield return new("La fiche", [Line("En quelle voix", s => [s.Voices.Sentence], single: true), Line("Retenue par le groupe", s => [s.Remarkable ? "Oui" : "Non"], single: true)]);
    }

    ComparedLine One(string label, Func<SheetContent, string?> code) => Line(label, s => code(s) is { Length: > 0 } c ? [labels.Of(c)] : [], single: true);

    /// <param name="specified">Which, where « autre » was chosen: its words take the place of the code.</param>
    ComparedLine Many(string label, Func<SheetContent, IEnumerable<string>> codes, Func<SheetContent, string?>? specified = null) =>
        Side(label, s => [.. codes(s).Where(c => !string.IsNullOrEmpty(c)).Distinct().Select(c => !Vocabularies.IsOther(c) ? new Value(labels.Of(c)) : specified?.Invoke(s) is { } which && !string.IsNullOrWhiteSpace(which) ? new Value(which) : new Value(labels.Of(c), s))]);

    ComparedLine Line(string label, Func<SheetContent, IReadOnlyList<string>> said, bool single = false) => Side(label, s => [.. said(s).Select(t => new Value(t))], single);

    ComparedLine Side(string label, Func<SheetContent, IReadOnlyList<Value>> said, bool single = false)
    {
        var values = sheets.Select(said).ToList();
        var same = SaidTogether.IsSame(values);
        return new(label, [.. values.Select(v => (IReadOnlyList<string>)[.. v.Select(one => one.Text)])], SaidTogether.Sentences(letters, values, single), same, IsWorded: !same && letters.Count > 1);
    }

    /// <summary>A line for each code that any sheet holds, the shared ones first. A sheet that ticked none at all says nothing of any of them: told once, and
    /// left out of the lines, for silence is no difference.</summary>
    IEnumerable<ComparedLine> EachOf(Func<SheetContent, IEnumerable<string>> codes, string label, string none)
    {
        var held = sheets.Select(s => codes(s).Where(c => !string.IsNullOrEmpty(c)).ToHashSet()).ToList();
        var speaking = letters.Where((_, i) => held[i].Count > 0).ToList();
        if (speaking.Count > 0 && letters.Except(speaking).ToList() is { Count: > 0 } silent)
            yield return new(label, [.. held.Select(h => (IReadOnlyList<string>)(h.Count > 0 ? ["Cochés, ci-dessous"] : []))], [$"{SaidTogether.And(silent)} {(silent.Count == 1 ? "ne dit" : "ne disent")} {none}."], IsSame: false, IsUnanswered: true);
        foreach (var code in held.SelectMany(h => h).Distinct().OrderByDescending(c => held.Count(h => h.Contains(c))).ThenBy(c => Vocabularies.Find(c)?.Position ?? 0))
        {
            var holders = letters.Where((_, i) => held[i].Contains(code)).ToList();
            // Each has an « autre » of its own, told in its words: two of them are neither the same nor different.
            var other = Vocabularies.IsOther(code);
            var alone = letters.Count > 1 && speaking.Count == 1;
            var said = alone || letters.Count == 1 ? null : other && holders.Count > 1 ? $"{SaidTogether.And(holders)} : à lire dans ce qui est raconté" : holders.Count == letters.Count ? SaidTogether.All(letters.Count) : holders.Count == 1 ? $"Seule {holders[0]}" : SaidTogether.And(holders);
            yield return new(labels.Of(code), [.. held.Select(h => (IReadOnlyList<string>)(h.Contains(code) ? ["Oui"] : h.Count > 0 ? ["pas celui-ci"] : []))], said is null ? [] : [said + "."], holders.Count == letters.Count && !other, IsWorded: said is not null, IsUnanswered: alone || other);
        }
    }

    /// <summary>What people wrote: put side by side, never judged equal or not by a machine.</summary>
    ComparedLine Told(string label, Func<SheetContent, IEnumerable<string?>> texts)
    {
        var values = sheets.Select(s => (IReadOnlyList<string>)[.. texts(s).Where(t => !string.IsNullOrWhiteSpace(t)).Select(t => t!)]).ToList();
        var silent = letters.Where((_, i) => values[i].Count == 0).ToList();
        return new(label, values, silent.Count == 0 || silent.Count == letters.Count ? [] : [silent.Count == 1 ? $"{silent[0]} ne le raconte pas." : $"{SaidTogether.And(silent)} ne le racontent pas."], IsSame: false, IsToRead: true);
    }

    /// <summary>What it changed for them, and in whose view.</summary>
    IEnumerable<string?> Seen(SeenEffect effect) => [effect.Text, effect is { Text.Length: > 0, SeenBy: { Length: > 0 } by } ? $"Selon : {labels.Of(by)}" : null];

    static string Thread(InfluencedDecision d) => string.Join(" → ", new[] { d.Proposal, d.Decision, d.Effect }.Where(t => !string.IsNullOrWhiteSpace(t)));
}
