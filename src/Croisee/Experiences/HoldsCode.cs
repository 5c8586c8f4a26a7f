using Microsoft.AspNetCore.Mvc.Filters;

namespace Croisee.Experiences;

/// <summary>Whoever holds no code at all is asked for one before a form is read: these forms may weigh much (S37). Which experience it opens is decided in <c>Prepare</c>, with the same answer.</summary>
[AttributeUsage(AttributeTargets.Class)]
sealed class HoldsCodeAttribute : Attribute, IAuthorizationFilter
{
    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        if (HttpMethods.IsPost(http.Request.Method) && http.RequestServices.GetRequiredService<AuthorCookie>().Read(http.Request).Count == 0) context.Result = AuthorScreen.AskForCode(http.Request);
    }
}
