namespace Croisee.Office;

/// <summary>What an act was about, in the words of the glossary. A kind without a word keeps its code: the journal never hides a line.</summary>
static class SubjectWords
{
    static readonly Dictionary<string, string> French = new()
    {
        ["Analyst"] = "analyste", ["Attachment"] = "pièce jointe", ["Author"] = "auteur", ["Call"] = "appel", ["CallExtension"] = "prolongation", ["CallQuestion"] = "question d’appel", ["Collection"] = "dossier",
        ["Deliberation"] = "délibération", ["DepositStep"] = "étape du dépôt", ["EasyReading"] = "relecture facile à lire", ["EmailChange"] = "changement d’adresse", ["Experience"] = "expérience", ["FrameworkLabel"] = "mot du cadre",
        ["Grant"] = "rôle", ["Group"] = "groupe", ["Invitation"] = "invitation", ["Message"] = "message", ["Method"] = "méthode", ["News"] = "nouvelles", ["NewsAsk"] = "demande de nouvelles",
        ["Organisation"] = "structure", ["Pair"] = "binôme", ["ParityOverride"] = "dérogation", ["Passage"] = "passage", ["Person"] = "personne", ["PublishedNotice"] = "notice", ["Questionnaire"] = "questionnaire", ["Reading"] = "lecture",
        ["ReaderWord"] = "parole de lecteur", ["Remark"] = "parole dans une délibération", ["ReadingGroup"] = "groupe de lecture", ["ReadingRecusal"] = "lien déclaré", ["Seat"] = "siège", ["SeatInvitation"] = "invitation à siéger",
        ["Selection"] = "sélection", ["Settlement"] = "accord de lectures", ["Sheet"] = "fiche", ["SheetLink"] = "lien entre fiches", ["Survey"] = "enquête", ["WebLink"] = "lien", ["SetAside"] = "mise à part", ["SavedSearch"] = "recherche suivie", ["SignedSheet"] = "réponse signée", ["StructureTie"] = "ce qui est dit de deux structures",
    };

    public static string Of(string type) => French.GetValueOrDefault(type, type);

    /// <summary>The kind that somebody typed, by its word or by its code.</summary>
    public static string TypeOf(string words) => French.FirstOrDefault(w => string.Equals(w.Value, words, StringComparison.OrdinalIgnoreCase)).Key ?? words;
}
