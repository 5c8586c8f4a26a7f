using Croisee.Journal;

namespace Croisee.Surveys;

/// <summary>The acts of this room as a history says them.</summary>
static class ActWords
{
    public static readonly ToldActs Told = new(new Dictionary<string, string>
    {
        [Acts.Begun] = "a commencé le questionnaire",
        [Acts.Written] = "a modifié le questionnaire",
        [Acts.TakenBack] = "a annulé ou rétabli une modification du questionnaire",
        [Acts.Published] = "a publié une version du questionnaire",
        [Acts.Tried] = "a ouvert ou fermé l’adresse d’essai du questionnaire",
        [Acts.Opened] = "a ouvert l’enquête",
        [Acts.PlaceAdded] = "a ajouté un lieu à l’enquête",
        [Acts.CodesMade] = "a fait des cartes avec des codes à usage unique",
        [Acts.CodesCancelled] = "a annulé les cartes d’un lieu qui n’avaient pas servi",
        [Acts.Prolonged] = "a prolongé l’enquête",
        [Acts.Closed] = "a arrêté l’enquête avant son dernier jour",
        [Acts.Described] = "a corrigé le titre ou le but de l’enquête",
        [Acts.PlaceCorrected] = "a corrigé un lieu de l’enquête",
        [Acts.PlaceWithdrawn] = "a retiré un lieu de l’enquête",
        [Acts.FiguresPublished] = "a publié des résultats de l’enquête",
        [Acts.TextModerated] = "a relu un texte libre de l’enquête",
        [Acts.SignedErased] = "a effacé une réponse signée de l’enquête",
        [Acts.SignedRead] = "a lu des réponses signées de l’enquête",
        [Acts.TakenIn] = "a repris dans l’enquête des réponses d’un fichier",
        [Acts.TakenOut] = "a retiré de l’enquête des réponses reprises d’un fichier",
        [Acts.MisfitErased] = "a effacé des réponses qui ne correspondaient pas au questionnaire",
        [Acts.LateCounted] = "a compté des réponses arrivées en retard",
        [Acts.SetAside] = "a mis à part des réponses de l’enquête",
        [Acts.LeftAside] = "a laissé à part des réponses de l’enquête",
        [Acts.CountedAgain] = "a fait compter de nouveau des réponses de l’enquête",
        [Acts.DeviceRemoved] = "a retiré un appareil sans réseau de l’enquête",
        [Acts.Read] = "a ouvert la salle sûre de l’enquête",
        [Acts.AnalystDeclared] = "a déclaré une personne analyste de l’enquête",
        [Acts.AnalystPledged] = "a accepté l’engagement des analystes de l’enquête",
        [Acts.AnalystEnded] = "a terminé la déclaration d’une personne analyste de l’enquête",
    });
}
