using System.Reflection;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Croisee.Ui;

/// <summary>
/// What a page reads from a request is marked on its property. The framework describes every other property too, inherited ones included:
/// some thousands over our pages, a good part of a start and of the memory, for nothing.
/// </summary>
sealed class BoundProperties(IPageApplicationModelPartsProvider all) : IPageApplicationModelPartsProvider
{
    public static void Only(IServiceCollection services)
    {
        var kept = services.Last(s => s.ServiceType == typeof(IPageApplicationModelPartsProvider)).ImplementationType!;
        services.Replace(ServiceDescriptor.Singleton<IPageApplicationModelPartsProvider>(provider => new BoundProperties((IPageApplicationModelPartsProvider)ActivatorUtilities.CreateInstance(provider, kept))));
    }

    // Null: the framework leaves the property out. Asked without making the attributes: it is most of the time that the pages take to be mapped.
    public PagePropertyModel CreatePropertyModel(PropertyInfo property) => property.IsDefined(typeof(IModelNameProvider), inherit: true) ? all.CreatePropertyModel(property) : null!;

    // Null too: a page has a hundred methods that it inherits, and each would be asked for its attributes and its first definition.
    public PageHandlerModel? CreateHandlerModel(MethodInfo method) => method.Name.StartsWith("On", StringComparison.Ordinal) ? all.CreateHandlerModel(method) : null;

    public PageParameterModel CreateParameterModel(ParameterInfo parameter) => all.CreateParameterModel(parameter);

    public bool IsHandler(MethodInfo methodInfo) => all.IsHandler(methodInfo);
}
