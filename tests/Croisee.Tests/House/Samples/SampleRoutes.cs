using Croisee.People;

namespace Croisee.Tests.House;

/// <summary>Who reads the object behind an address. <see cref="ByAudience"/>: what the page's audience says, on the organisation that holds the object. <see cref="OfPlace"/>: who organises one place of it too.</summary>
enum Sight { ByAudience, Everyone, Instance, Steering, Conducting, Seated, Reader, Concerned, Holder, RoomLog, OfPlace }

/// <summary>What fills one hole of a route: the name of a thing, or always the same word.</summary>
sealed record Hole(Thing? Thing, string? Word)
{
    public static implicit operator Hole(Thing thing) => new(thing, null);
    public static implicit operator Hole(string word) => new(null, word);
}

sealed record RouteLine(Sight Sight, params Hole[] Holes)
{
    public static implicit operator RouteLine(Thing thing) => new(Sight.ByAudience, thing);
}

/// <summary>
/// One line for each route that has holes, or that fewer people read than its audience says. A new route with a hole and no line here fails
/// the matrix: whoever adds a page says who sees its object.
/// </summary>
static class SampleRoutes
{
    static readonly RouteLine Plain = new(Sight.ByAudience);

    public static readonly IReadOnlyDictionary<string, RouteLine> Lines = new Dictionary<string, RouteLine>
    {
        ["/api/v1/fiches/{reference}"] = Thing.Sheet,
        ["/api/v1/vocabulaires/{code}"] = new(Sight.ByAudience, "V-DEGRE"),
        ["/appels/{slug}"] = Thing.Call,
        ["/appels/{slug}/donnees-personnelles"] = Thing.Call,
        ["/bureau/appels/{slug}"] = Thing.Call,
        ["/bureau/appels/{slug}/apercu"] = Thing.Call,
        ["/bureau/appels/{slug}/apercu/depot"] = Thing.Call,
        ["/bureau/appels/{slug}/contenu"] = Thing.Call,
        ["/bureau/appels/{slug}/dates"] = Thing.WrittenCall,
        ["/bureau/appels/{slug}/donnees"] = Thing.Call,
        ["/bureau/appels/{slug}/groupe"] = Thing.WrittenCall,
        ["/bureau/appels/{slug}/ouverture"] = Thing.WrittenCall,
        ["/bureau/appels/{slug}/prolongation"] = Thing.Call,
        ["/bureau/appels/{slug}/questions"] = Thing.Call,
        ["/bureau/appels/{slug}/questions/{id:guid}"] = new(Sight.ByAudience, Thing.Call, Thing.Question),
        ["/bureau/appels/{slug}/questions/{id:guid}/retrait"] = new(Sight.ByAudience, Thing.Call, Thing.Question),
        ["/bureau/appels/{slug}/qui"] = Thing.Call,
        ["/bureau/appels/{slug}/recus"] = Thing.Call,
        ["/bureau/appels/{slug}/supprimer"] = Thing.WrittenCall,
        ["/bureau/bilan"] = new(Sight.Instance),
        ["/bureau/cadre"] = new(Sight.Instance),
        ["/bureau/cadre/{code}"] = new(Sight.Instance, Thing.Term),
        ["/bureau/cadre/{code}/defaut"] = new(Sight.Instance, Thing.Term),
        ["/bureau/courriels"] = new(Sight.Instance),
        ["/bureau/courriels/{id:guid}/renvoyer"] = new(Sight.Instance, Thing.Mail),
        ["/bureau/experiences/{reference}"] = Thing.Sent,
        ["/bureau/experiences/{reference}/code"] = Thing.Sent,
        ["/bureau/experiences/{reference}/contact"] = Thing.Sent,
        ["/bureau/experiences/{reference}/contact/correction"] = Thing.Sent,
        ["/bureau/experiences/{reference}/contact/effacer"] = Thing.Sent,
        ["/bureau/experiences/{reference}/messages"] = Thing.Sent,
        ["/bureau/experiences/{reference}/recevabilite"] = Thing.Sent,
        ["/bureau/groupes/{reference}/archivage"] = Thing.Group,
        ["/bureau/groupes/{reference}/nom"] = Thing.Group,
        ["/bureau/groupes/{reference}/derogation"] = Thing.Group,
        ["/bureau/groupes/{reference}/sieges"] = Thing.Group,
        ["/bureau/groupes/{reference}/sieges/ajouter"] = Thing.Group,
        ["/bureau/groupes/{reference}/sieges/{seat:guid}/fin"] = new(Sight.ByAudience, Thing.Group, Thing.Seat),
        ["/bureau/groupes/{reference}/sieges/{seat:guid}/prolonger"] = new(Sight.ByAudience, Thing.Group, Thing.HeldSeat),
        ["/bureau/groupes/{reference}/sieges/{seat:guid}/inviter"] = new(Sight.ByAudience, Thing.Group, Thing.Seat),
        ["/bureau/invitations/{id:guid}"] = Thing.Invitation,
        ["/bureau/invitations/{id:guid}/annuler"] = Thing.Invitation,
        ["/bureau/journal"] = new(Sight.Instance),
        ["/bureau/moderation/liens/{id:guid}"] = Thing.ProposedLink,
        ["/bureau/moderation/methodes/{reference}"] = new(Sight.ByAudience, Thing.Method),
        ["/bureau/moderation/methodes/{reference}/reunir/{avec}"] = new(Sight.ByAudience, Thing.OtherMethod, Thing.Method),
        ["/bureau/moderation/nouvelles/{id:guid}"] = Thing.NewsWords,
        ["/bureau/moderation/paroles/{id:guid}"] = Thing.ReaderWord,
        ["/bureau/publication/{reference}/demande"] = Thing.ToPropose,
        ["/bureau/publication/{reference}/retrait"] = Thing.Sheet,
        ["/bureau/roles/{id:guid}/fin"] = Thing.Grant,
        ["/bureau/roles/{id:guid}/second-facteur"] = Thing.Grant,
        ["/bureau/structures/{reference}"] = Thing.Organisation,
        ["/bureau/structures/{reference}/supprimer"] = Thing.EmptyOrganisation,
        ["/bureau/structures/{reference}/inviter"] = Thing.Organisation,
        ["/bureau/taches"] = new(Sight.Instance),
        ["/cadre/registres/{slug}"] = Thing.Register,
        ["/cadre/vocabulaires/{slug}"] = Thing.Vocabulary,
        ["/cadre/vocabulaires/{slug}/versions"] = Thing.Vocabulary,
        ["/compte/sessions/{id:guid}/fermer"] = new(Sight.Holder, Thing.Session),
        ["/deliberations/{reference}"] = Thing.Deliberation,
        ["/deliberations/{reference}/avis"] = Thing.Deliberation,
        ["/deliberations/{reference}/depart"] = new(Sight.Conducting, Thing.LeftQuestion),
        ["/deliberations/{reference}/echanges"] = Thing.Deliberation,
        ["/deliberations/{reference}/egalite"] = new(Sight.Conducting, Thing.Deliberation),
        ["/deliberations/{reference}/etape"] = new(Sight.Conducting, Thing.Deliberation),
        ["/deliberations/{reference}/fin-du-vote"] = new(Sight.Conducting, Thing.Deliberation),
        ["/deliberations/{reference}/lien"] = Thing.Deliberation,
        ["/deliberations/{reference}/motif"] = new(Sight.Conducting, Thing.DecidedQuestion),
        ["/deliberations/{reference}/resultat"] = Thing.Deliberation,
        ["/deliberations/{reference}/sans-suite"] = new(Sight.Conducting, Thing.Deliberation),
        ["/deliberations/{reference}/vote"] = new(Sight.Seated, Thing.Deliberation),
        ["/demo/courriels/{id:guid}"] = Thing.Mail,
        ["/demo/courriels/{id:guid}/fichier"] = Thing.Mail,
        ["/deposer/fiche/{reference}"] = Thing.Draft,
        ["/deposer/fiche/{reference}/auteurs"] = Thing.Draft,
        ["/deposer/fiche/{reference}/auteurs/{id:guid}/retrait"] = new(Sight.ByAudience, Thing.Draft, Thing.DraftAuthor),
        ["/deposer/fiche/{reference}/auteurs/{id:guid}/code"] = new(Sight.ByAudience, Thing.Draft, Thing.DraftAuthor),
        ["/deposer/fiche/{reference}/bilan"] = Thing.Draft,
        ["/deposer/fiche/{reference}/cadre"] = Thing.Draft,
        ["/deposer/fiche/{reference}/code"] = Thing.Draft,
        ["/deposer/fiche/{reference}/contact"] = Thing.Draft,
        ["/deposer/fiche/{reference}/deroulement"] = Thing.Draft,
        ["/deposer/fiche/{reference}/effacer"] = Thing.Draft,
        ["/deposer/fiche/{reference}/effets"] = Thing.Draft,
        ["/deposer/fiche/{reference}/essentiel"] = Thing.Draft,
        ["/deposer/fiche/{reference}/liens"] = Thing.Draft,
        ["/deposer/fiche/{reference}/liens/{id:guid}/retrait"] = new(Sight.ByAudience, Thing.Draft, Thing.DraftLink),
        ["/deposer/fiche/{reference}/lisibilite"] = Thing.Draft,
        ["/deposer/fiche/{reference}/lisibilite/image/{numero:int}"] = new(Sight.ByAudience, Thing.Draft, "1"),
        ["/deposer/fiche/{reference}/moyens"] = Thing.Draft,
        ["/deposer/fiche/{reference}/nouveau-code"] = Thing.Draft,
        ["/deposer/fiche/{reference}/origine"] = Thing.Draft,
        ["/deposer/fiche/{reference}/participants"] = Thing.Draft,
        ["/deposer/fiche/{reference}/participation"] = Thing.Draft,
        ["/deposer/fiche/{reference}/pieces"] = Thing.Draft,
        ["/deposer/fiche/{reference}/pieces/{id:guid}/retrait"] = new(Sight.ByAudience, Thing.Draft, Thing.DraftFile),
        ["/deposer/fiche/{reference}/questions"] = Thing.Draft,
        ["/deposer/fiche/{reference}/quitter"] = Thing.Draft,
        ["/deposer/fiche/{reference}/recu"] = Thing.Sent,
        ["/deposer/fiche/{reference}/relire"] = Thing.Draft,
        ["/deposer/fiche/{reference}/signer"] = Thing.Draft,
        ["/deposer/fiche/{reference}/structure"] = Thing.Draft,
        ["/deposer/fiche/{reference}/{etape}/retirer"] = new(Sight.ByAudience, Thing.Draft, "origine"),
        ["/deposer/{slug}"] = Thing.Call,
        ["/deposer/{slug}/orientation"] = Thing.Call,
        ["/dossiers/{reference}"] = Thing.Collection,
        ["/dossiers/{reference}/annuler"] = new(Sight.Holder, Thing.MyCollection),
        ["/dossiers/{reference}/composer"] = new(Sight.Holder, Thing.MyCollection),
        ["/dossiers/{reference}/diffusion"] = new(Sight.Holder, Thing.MyCollection),
        ["/dossiers/{reference}/effacer"] = new(Sight.Holder, Thing.MyCollection),
        ["/dossiers/{reference}/fiches/{fiche}/note"] = new(Sight.Holder, Thing.MyCollection, Thing.Sheet),
        ["/dossiers/{reference}/fiches/{fiche}/place"] = new(Sight.Holder, Thing.MyCollection, Thing.Sheet),
        ["/dossiers/{reference}/fiches/{fiche}/retrait"] = new(Sight.Holder, Thing.MyCollection, Thing.Sheet),
        ["/dossiers/{reference}/livret"] = Thing.Collection,
        ["/dossiers/{reference}/pdf"] = Thing.Collection,
        ["/erreur/{code:int}"] = new(Sight.Everyone, "404"),
        ["/experiences/{reference}"] = Thing.Sheet,
        ["/experiences/{reference}/citer"] = Thing.Sheet,
        ["/experiences/{reference}/citer/{format}"] = new(Sight.ByAudience, Thing.Sheet, "bibtex"),
        ["/experiences/{reference}/facile"] = Thing.Sheet,
        ["/experiences/{reference}/facile/page"] = Thing.Sheet,
        ["/experiences/{reference}/facile/pdf"] = Thing.Sheet,
        ["/experiences/{reference}/pdf"] = Thing.Sheet,
        ["/experiences/{reference}/question"] = Thing.Sheet,
        ["/experiences/{reference}/relecture"] = new(Sight.Concerned, Thing.Sheet),
        ["/experiences/{reference}/versions"] = Thing.Sheet,
        ["/fichiers/{id:guid}"] = Thing.SheetFile,
        ["/groupes/invitation/{id:guid}"] = new(Sight.Holder, Thing.SeatInvitation),
        ["/groupes/{reference}"] = Thing.Group,
        ["/groupes/{reference}/accords"] = Thing.Group,
        ["/groupes/{reference}/accords/fichier"] = Thing.Group,
        ["/groupes/{reference}/deliberer/{experience}"] = new(Sight.Steering, Thing.Group, Thing.Analysed),
        ["/groupes/{reference}/experiences/{experience}"] = new(Sight.ByAudience, Thing.Group, Thing.InReading),
        ["/groupes/{reference}/mon-nom"] = new(Sight.Seated, Thing.Group),
        ["/groupes/{reference}/quitter"] = new(Sight.Seated, Thing.Group),
        ["/groupes/{reference}/recevabilite"] = new(Sight.Steering, Thing.Group),
        ["/groupes/{reference}/recevabilite/{experience}"] = new(Sight.Steering, Thing.Group, Thing.Sent),
        ["/groupes/{reference}/recevabilite/{experience}/messages"] = new(Sight.Steering, Thing.Group, Thing.Sent),
        ["/groupes/{reference}/repartition"] = new(Sight.Steering, Thing.Group),
        ["/groupes/{reference}/repartition/{experience}"] = new(Sight.Steering, Thing.Group, Thing.InReading),
        ["/groupes/{reference}/tableau"] = Thing.Group,
        ["/groupes/{reference}/trancher/{experience}"] = new(Sight.Steering, Thing.Group, Thing.ToSettle),
        ["/invitation/{token:length(32)}"] = Thing.InvitationToken,
        ["/lectures/{experience}"] = new(Sight.Reader, Thing.InReading),
        ["/lectures/{experience}/accord"] = new(Sight.Reader, Thing.ToSettle),
        ["/lectures/{experience}/accord/accepter"] = new(Sight.Reader, Thing.ToSettle),
        ["/lectures/{experience}/accord/groupe"] = new(Sight.Reader, Thing.ToSettle),
        ["/lectures/{experience}/donner"] = new(Sight.Reader, Thing.InReading),
        ["/lectures/{experience}/lien"] = new(Sight.Reader, Thing.InReading),
        ["/donnees-ouvertes/catalogue/{format}"] = new(Sight.ByAudience, "ttl"),
        ["/repertoire/fichier/{format}"] = new(Sight.ByAudience, "csv"),
        ["/repertoire/flux/{format}"] = new(Sight.ByAudience, "atom"),
        ["/nouvelles/{code}"] = Thing.NewsCode,
        ["/recherches/confirmer/{reference}"] = new(Sight.Everyone, "bcdfghjk"),
        ["/recherches/fin/{token}"] = new(Sight.Everyone, "nimporte"),
        ["/recherches/{reference}/effacer"] = new(Sight.Holder, Thing.SavedSearch),
        ["/recherches/{reference}/pause"] = new(Sight.Holder, Thing.SavedSearch),
        ["/suivre/fiche/{reference}"] = Thing.Sent,
        ["/repertoire/methodes/{reference}"] = Thing.Method,
        ["/repertoire/participedia/{number}"] = Thing.ImportedCase,
        ["/repertoire/structures/{cle}"] = Thing.Structure,
        ["/suivre/fiche/{reference}/liens"] = Thing.Sheet,
        ["/suivre/fiche/{reference}/nouvelles"] = Thing.Sheet,
        ["/suivre/fiche/{reference}/questions/{id:guid}"] = new(Sight.ByAudience, Thing.Sheet, Thing.ReaderWord),
        ["/suivre/fiche/{reference}/accord"] = Thing.ToApprove,
        ["/suivre/fiche/{reference}/codage"] = Thing.ToApprove,
        ["/suivre/fiche/{reference}/contact"] = Thing.Sent,
        ["/suivre/fiche/{reference}/contact/effacer"] = Thing.Sent,
        ["/suivre/fiche/{reference}/correction"] = Thing.Sheet,
        ["/suivre/fiche/{reference}/correction/abandon"] = Thing.InCorrection,
        ["/suivre/fiche/{reference}/messages"] = Thing.Sent,
        ["/suivre/fiche/{reference}/ne-pas-publier"] = Thing.ToApprove,
        ["/suivre/fiche/{reference}/retrait"] = Thing.Sent,
        ["/suivre/{code}"] = Thing.PrivateCode,
    };

    public static RouteLine Of(string route) => Lines.GetValueOrDefault(route) ?? SurveyRoutes.Lines.GetValueOrDefault(route) ?? Plain;

    /// <summary>Whether <paramref name="viewer"/> reads this page when its object is of their own side.</summary>
    public static bool Sees(this ScreenLine screen, Viewer viewer)
    {
        var audience = screen.Audience!.Audience;
        // Holds a role on a part of the organisation only: nothing of the whole, but what takes in that part.
        if (viewer.Kind is ViewerKind.Home && audience is Audience.Office && screen.Route.Contains('{', StringComparison.Ordinal)) return Of(screen.Route).Sight is Sight.OfPlace;
        return Of(screen.Route).Sight switch
        {
            Sight.Everyone => true,
            Sight.Instance => viewer.Kind is ViewerKind.Instance,
            Sight.Holder => viewer.Kind is ViewerKind.Invitee,
            Sight.RoomLog => viewer.Kind is ViewerKind.Invitee or ViewerKind.Instance || viewer is { Kind: ViewerKind.Held, Role: Role.Administrator },
            Sight.Reader or Sight.Concerned => viewer.Kind is ViewerKind.Member,
            Sight.Seated => viewer.Kind is ViewerKind.Member or ViewerKind.Facilitator or ViewerKind.Chair,
            Sight.Steering or Sight.Conducting => viewer.Organises || viewer.Kind is ViewerKind.Facilitator or ViewerKind.Chair,
            _ => audience switch
            {
                Audience.Public or Audience.Demo => true,
                Audience.Author => viewer.Kind is ViewerKind.Author,
                Audience.Person => viewer.Person is not null,
                Audience.Member => viewer.Organises || viewer.Kind is ViewerKind.Member or ViewerKind.Facilitator or ViewerKind.Chair,
                _ => viewer.Role is { } role && screen.Audience.Roles.Contains(role),
            },
        };
    }
}
