using Croisee.Experiences.Answers;
using Croisee.Framework;
using Croisee.Words;

namespace Croisee.Experiences;

/// <summary>What <c>_Account.cshtml</c> shows: an account in words, without contact data (EXP-R4). A question is asked only when it was answered.</summary>
/// <param name="Questions">The call's own questions; without them the answers to them are left out.</param>
/// <param name="ForPublic">Leaves out what the working group alone may see: exact numbers and the FINESS number (fields 6, 24 to 26), and dates the state: the news beside it may say otherwise.</param>
/// <param name="WithSummary">False where the page shows the summary itself.</param>
/// <param name="RegistersFixed">The registers are the readers', not the authors'.</param>
/// <param name="EditAt">Where the steps are, for those who may still change them.</param>
public sealed record AccountView(Account Account, Labels Labels, IReadOnlyList<CallQuestion>? Questions = null, bool ForPublic = false, bool WithSummary = true, string? EditAt = null, bool RegistersFixed = false)
{
    /// <summary>The parts that hold something, in the order of the deposit.</summary>
    public IReadOnlyList<AccountPart> Parts => [.. All().Select(p => p with { Lines = [.. p.Lines.Where(l => l.IsSaid)] }).Where(p => p.Lines.Count > 0 || p.Decisions.Count > 0)];

    IEnumerable<AccountPart> All()
    {
        var a = Account;
        if (WithSummary) yield return new("L’essentiel", "essentiel", [Text("Résumé", a.Essentials.Summary), Text("Résumé facile à lire", a.Essentials.EasySummary)]);
        yield return new("Qui porte cette action", "structure", [
            Fact("Type", a.Structure.OrganisationType), Said("Structure", a.Structure.OrganisationName), Fact("Secteur", a.Structure.Sectors),
            Fact("Région", a.Structure.Region), Fact("Département", a.Structure.Department), Said("Commune", a.Structure.Commune), Fact("Échelle", a.Structure.Territory),
            Said("Numéro FINESS", ForPublic ? null : a.Structure.OrganisationFiness)]);
        yield return new("Où et quand", "cadre", [
            Fact("Contexte", a.Setting.Contexts), Said("Autre contexte, précisé", a.Setting.OtherContext), Said("Début", AccountWords.Month(a.Setting.StartMonth)), Said("Fin", AccountWords.Month(a.Setting.EndMonth)), Fact(ForPublic ? "État au dépôt" : "État", a.Setting.ActionState)]);
        yield return new("D’où vient l’idée", "origine", [Text("Le point de départ", a.Origin.Story), Fact("À l’initiative de", a.Origin.Initiators), Items("Objectifs", a.Origin.Goals)]);
        yield return new("Avec qui", "participants", [
            Fact("Public de l’action", a.Participants.Publics), HeadCount("Personnes concernées engagées", a.Participants.Persons, a.Participants.PersonsExact),
            HeadCount("Professionnels engagés", a.Participants.Professionals, a.Participants.ProfessionalsExact), HeadCount("En profitent aussi", a.Participants.Beneficiaries, a.Participants.BeneficiariesExact),
            Fact("Comment les personnes ont été invitées", a.Participants.Recruitment), Said("Autre manière, précisée", a.Participants.OtherRecruitment), Fact("Pour que chacun puisse participer", a.Participants.InclusiveMeans)]);
        yield return new("Ce qui a été fait", "deroulement", [
            Fact("Activités", a.Course.Activities), Fact("Champ du parcours", a.Course.PathwayFields), Fact("Étape du parcours", a.Course.Pathways), Text("Comment cela se passe", a.Course.ModalitiesText), Fact("De quelle façon", a.Course.Modalities),
            Fact(RegistersFixed ? "Forme d’engagement, selon le groupe de lecture" : "Forme d’engagement, selon les auteurs", a.Course.Registers), Fact("Niveau", a.Course.Scales), Fact("Échelle des effets attendus", a.Course.EffectsScale), Fact("Espace", a.Course.Space),
            Items("Les grandes étapes", a.Course.Milestones.Select(AccountWords.Milestone))]);
        yield return new("Jusqu’où va la participation", "participation", [
            Fact("Degré le plus élevé", a.Participation.Degree), Text("Ce qui le fait dire", a.Participation.DegreeReason), Fact("Promis au départ", a.Participation.Promised),
            Fact("Vécu par les personnes concernées", a.Participation.LivedByPersons), Fact("Vécu par les professionnels", a.Participation.LivedByProfessionals),
            Items("Étape par étape", Vocabularies.Stage.Terms.Where(t => !string.IsNullOrEmpty(a.Participation.ByStage.GetValueOrDefault(t.Code))).Select(t => $"{Labels.Of(t.Code)} : {Labels.Of(a.Participation.ByStage[t.Code])}"))]);
        yield return new("Préparation et moyens", "moyens", Means(a.Means));
        yield return new("Ce qui a changé", "effets", Changes(a.Changes)) { Decisions = a.Changes.Decisions };
        yield return new("Ce que l’on en retient", "bilan", [
            Fact("Évaluation", a.Lessons.Evaluation), Fact("Méthode", a.Lessons.Methods), Said("Qui évalue", a.Lessons.EvaluatedBy), Text("À refaire, à éviter", a.Lessons.Learned),
            Text("Un conseil à d’autres", a.Lessons.Advice), Text("Pour faire pareil ailleurs", a.Lessons.Elsewhere)]);
        yield return new("Les questions de l’appel", "questions", [.. (Questions ?? []).OrderBy(q => q.Position).Select(q => Text(q.Text, a.Extra.Texts.GetValueOrDefault(q.Id.ToString())))]);
    }

    IReadOnlyList<AccountLine> Means(Means m) => [
        Prepared("Préparation des personnes", m.PersonsPreparation), Text("Préparation des personnes, en détail", m.PersonsPreparation.Text),
        Prepared("Formation des personnes", m.PersonsTraining), Text("Formation des personnes, en détail", m.PersonsTraining.Text),
        Prepared("Formation des professionnels", m.ProfessionalsTraining), Text("Formation des professionnels, en détail", m.ProfessionalsTraining.Text),
        Said("Formation en commun", m.TrainedTogether is { } together ? together ? "Oui" : "Non" : null), Text("Formation en commun, en détail", m.TrainedTogetherText),
        Fact("Cadre commun écrit avant de commencer", m.Charter), Fact("Statut des personnes engagées", m.Statuses), Fact("Reconnaissance", m.Recognition),
        Text("Reconnaissance, en détail", m.RecognitionText), Text("Moyens humains et matériels", m.Resources), Fact("Budget", m.Budget), Items("Partenaires", m.Partners)];

    IReadOnlyList<AccountLine> Changes(Changes c) => [
        Seen("Pour les personnes concernées", c.ForPersons), Seen("Pour les professionnels", c.ForProfessionals), Seen("Pour la structure", c.ForStructure),
        Fact("Ce qui a freiné", c.Brakes), Text("Les freins, racontés", c.BrakesText), Fact("Ce qui a aidé", c.Levers), Text("Les leviers, racontés", c.LeversText)];

    AccountLine Fact(string label, string? code) => new(label, AccountLineKind.Fact, string.IsNullOrEmpty(code) ? [] : [Labels.Of(code)]);
    AccountLine Fact(string label, IEnumerable<string> codes) => new(label, AccountLineKind.Fact, [.. Labels.Of(codes.Where(c => !string.IsNullOrEmpty(c)))]);
    AccountLine HeadCount(string label, string? range, int? exact) => exact is { } n && !ForPublic ? Said(label, AccountWords.Number(n)) : Fact(label, range);
    AccountLine Prepared(string label, Preparation one) => Said(label, string.IsNullOrEmpty(one.Level) ? null : one.Hours is { } h ? $"{Labels.Of(one.Level)}, {AccountWords.Hours(h)}" : Labels.Of(one.Level));
    AccountLine Seen(string label, SeenEffect effect) => Text(label, effect.Text) with { Note = string.IsNullOrEmpty(effect.SeenBy) || string.IsNullOrWhiteSpace(effect.Text) ? null : Labels.Of(effect.SeenBy) };
    static AccountLine Said(string label, string? text) => new(label, AccountLineKind.Fact, string.IsNullOrWhiteSpace(text) ? [] : [text.Typeset()]);
    static AccountLine Text(string label, string? text) => new(label, AccountLineKind.Text, string.IsNullOrWhiteSpace(text) ? [] : [text]);
    static AccountLine Items(string label, IEnumerable<string> lines) => new(label, AccountLineKind.Items, [.. lines.Where(l => !string.IsNullOrWhiteSpace(l)).Select(l => l.Typeset())]);
}

public enum AccountLineKind { Fact, Text, Items }

/// <summary>A label and what was answered. <paramref name="Note"/>: from whose point of view.</summary>
public sealed record AccountLine(string Label, AccountLineKind Kind, IReadOnlyList<string> Values, string? Note = null)
{
    public bool IsSaid => Values.Count > 0;
}

/// <param name="Step">The step of the deposit that asks for it.</param>
public sealed record AccountPart(string Title, string Step, IReadOnlyList<AccountLine> Lines)
{
    /// <summary>A proposal, what was decided, what followed: drawn as the thread.</summary>
    public IReadOnlyList<InfluencedDecision> Decisions { get; init; } = [];
}
